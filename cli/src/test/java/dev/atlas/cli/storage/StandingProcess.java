package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.cli.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A process of its own that says when it has come as far as it is to come, and is killed then. */
public final class StandingProcess {

    private static final String STANDING = "standing";

    private StandingProcess() {}

    /** To be called in that process. Does not return. */
    public static void standStill() {
        System.out.println(STANDING);
        waitForEver();
    }

    /** For a thread that has nothing to do any more. Does not return. */
    static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs {@code main} until it stands still, and kills it. Returns what it printed, also between the two. */
    public static List<String> kill(Class<?> main, String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(JavaCommand.of(main, arguments))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> printed = new ArrayList<>();
        boolean stands = false;
        try (BufferedReader out = process.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.equals(STANDING)) {
                    stands = true;
                    // unlike that of the process, this leaves what it has printed to be read
                    process.toHandle().destroyForcibly();
                } else {
                    printed.add(line);
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(stands)
                .as("stands still with " + String.join(" ", arguments))
                .isTrue();
        return printed;
    }
}
