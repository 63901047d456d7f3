package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.storage.CopyOutcome;
import dev.atlas.application.storage.MovingListener;
import dev.atlas.application.storage.StorageCopy;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Storage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures copies with their proof in all directions. Runs only when it is named: see docs/storage.md. {@code
 * -Datlas.copy.scale=N} makes it N times as many records.
 */
class CopySpeed {

    private static final Map<String, Integer> RECORDS =
            Map.of("users", 1_000, "projects", 500, "experiments", 5_000, "epochs", 50_000, "checkpoints", 5_000);
    private static final int OTHERS = 100;
    private static final int SCALE = Integer.getInteger("atlas.copy.scale", 1);

    @TempDir
    private Path folder;

    @Test
    void of_all_directions() {
        Map<String, String> filled = new HashMap<>();
        String first = Engines.all().getFirst();
        filled.put(first, Engines.url(first, folder));
        try (Storage source = Engines.open(filled.get(first))) {
            new SampleRecords(31).fill(source, CopySpeed::count);
        }
        for (String from : Engines.all()) {
            for (List<String> direction : Engines.directions().toList()) {
                if (direction.getFirst().equals(from)) {
                    String to = Engines.url(direction.getLast(), folder);
                    measure(filled.getOrDefault(from, ""), to, direction);
                    filled.putIfAbsent(direction.getLast(), to);
                }
            }
        }
    }

    private static int count(Kind kind) {
        return RECORDS.getOrDefault(kind.name(), OTHERS) * SCALE;
    }

    private static void measure(String from, String to, List<String> direction) {
        try (Storage source = Engines.open(from);
                Storage target = Engines.open(to)) {
            long start = System.nanoTime();
            Duration before = processorTime();
            CopyOutcome outcome = new StorageCopy(Clock.systemUTC()).run(source, target, MovingListener.SILENT);
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            Duration used = processorTime().minus(before);
            assertThat(outcome.proven()).isTrue();
            long records = outcome.plan().contents().records();
            System.out.printf(
                    "%-8s -> %-8s  %,d records in %.1f s: %,d a second; %.1f s of processor time in this process%n",
                    direction.getFirst(),
                    direction.getLast(),
                    records,
                    taken.toMillis() / 1e3,
                    records * 1000 / Math.max(1, taken.toMillis()),
                    used.toMillis() / 1e3);
        }
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }
}
