package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.storage.AtlasImport;
import dev.atlas.application.storage.MovingEvent.Advanced;
import dev.atlas.application.storage.MovingEvent.Phase;
import dev.atlas.application.storage.MovingListener;
import dev.atlas.application.storage.StorageCopy;
import dev.atlas.domain.storage.Storage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A copy or an import that stands still after some steps of a phase, so that it can be killed there. Arguments: the URL of a
 * store or the folder of an export, the URL of the target, phase, steps.
 */
final class CopyProcess {

    /** What it prints when it stands still. */
    static final String STANDING = "standing";

    private CopyProcess() {}

    public static void main(String[] arguments) throws IOException {
        Phase phase = Phase.valueOf(arguments[2]);
        AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[3]));
        MovingListener listener = event -> {
            if (event instanceof Advanced step && step.phase() == phase && left.decrementAndGet() == 0) {
                System.out.println(STANDING);
                standStill();
            }
        };
        Path export = Path.of(arguments[0]);
        try (Storage target = Engines.open(arguments[1])) {
            if (Files.isDirectory(export)) {
                new AtlasImport(Clock.systemUTC()).run(export, target, listener);
            } else {
                try (Storage source = Engines.open(arguments[0])) {
                    new StorageCopy(Clock.systemUTC()).run(source, target, listener);
                }
            }
        }
    }

    /** Runs one in a process of its own, and kills that while it stands still. */
    static void killAfter(String from, String to, Phase phase, int steps) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CopyProcess.class.getName(),
                        from,
                        to,
                        phase.name(),
                        Integer.toString(steps))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            while (line != null && !line.equals(STANDING)) {
                line = out.readLine();
            }
            assertThat(line).isEqualTo(STANDING);
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void standStill() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
