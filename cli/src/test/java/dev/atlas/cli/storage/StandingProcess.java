package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.cli.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A process of its own that says when it has come as far as it is to come, and is killed then. */
final class StandingProcess {

    private static final String STANDING = "standing";

    private StandingProcess() {}

    /** To be called in that process. Does not return. */
    static void standStill() {
        System.out.println(STANDING);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs {@code main} until it stands still, and kills it. */
    static void kill(Class<?> main, String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(JavaCommand.of(main, arguments))
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
}
