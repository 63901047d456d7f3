package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.storage.CopyOutcome;
import dev.atlas.application.storage.MovingEvent;
import dev.atlas.application.storage.MovingListener;
import dev.atlas.application.storage.StorageCopy;
import dev.atlas.application.storage.StorageStatus;
import dev.atlas.application.storage.StorageVerification;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Storage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A copy whose process is killed between two transactions is continued by the next one. */
@Timeout(300)
class KilledCopyTest {

    /** More than what is put in one transaction of the first kinds, which refer to each other and to themselves. */
    private static final Set<String> MANY = Set.of("users", "experiments");

    @TempDir
    private Path folder;

    static Stream<List<String>> directions() {
        return Engines.directions();
    }

    @ParameterizedTest
    @MethodSource("directions")
    void is_continued(List<String> direction) throws IOException, InterruptedException {
        String from = Engines.url(direction.getFirst(), folder);
        String to = Engines.url(direction.getLast(), folder);
        try (Storage source = Engines.open(from)) {
            new SampleRecords(13).fill(source, kind -> MANY.contains(kind.name()) ? 1_100 : 20);
        }
        killAfter(from, to, 5);
        try (Storage source = Engines.open(from)) {
            changeSome(source);
        }
        if (direction.equals(directions().findFirst().orElseThrow())) {
            killAfter(from, to, 7); // while it repairs what has changed, which no engine does in its own way
        }
        try (Storage source = Engines.open(from);
                Storage target = Engines.open(to)) {
            assertThat(StorageStatus.of(target).copy()).isNotNull().matches(StorageStatus.Copy::unfinished);
            List<MovingEvent> events = new ArrayList<>();
            CopyOutcome outcome = new StorageCopy(Clock.systemUTC()).run(source, target, events::add);
            assertThat(outcome.proven()).isTrue();
            assertThat(events).anyMatch(event -> event instanceof MovingEvent.Resumed resumed && resumed.records() > 0);
            assertThat(new StorageVerification(Clock.systemUTC())
                            .run(source, target, MovingListener.SILENT)
                            .equal())
                    .isTrue();
        }
    }

    /** Of what was copied already, and of what was not. */
    private static void changeSome(Storage source) {
        for (Kind kind : StorageCopyTest.moving(source)) {
            List<RecordKey> keys = SampleRecords.keys(source, kind);
            Tampering.change(source, kind, keys.getFirst());
            Tampering.change(source, kind, keys.getLast());
        }
    }

    /** Runs a copy in a process of its own, and kills that after so many steps, while it stands still. */
    private static void killAfter(String from, String to, int steps) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CopyProcess.class.getName(),
                        from,
                        to,
                        Integer.toString(steps))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            while (line != null && !line.equals(CopyProcess.STANDING)) {
                line = out.readLine();
            }
            assertThat(line).isEqualTo(CopyProcess.STANDING);
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
}
