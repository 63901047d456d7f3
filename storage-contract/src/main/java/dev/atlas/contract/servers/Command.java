package dev.atlas.contract.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that runs to its end.
 *
 * @param words the program and its arguments
 */
record Command(List<String> words) {
    private static final int FAILED_TO_RUN = 127;

    Command {
        words = List.copyOf(words);
    }

    static Command of(String... words) {
        return new Command(List.of(words));
    }

    /**
     * What a program left behind.
     *
     * @param exitCode its exit code; 127 when it could not be started or did not end in time
     * @param output what it wrote to standard output and standard error
     */
    record Result(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }
    }

    /** Runs the program and returns how it ended, whatever that was. */
    Result run(Duration bound) {
        Path output = null;
        try {
            output = Files.createTempFile("atlas-command", ".log");
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(bound.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                return new Result(FAILED_TO_RUN, "no end after " + bound.toSeconds() + " s\n" + LogTail.of(output));
            }
            return new Result(process.exitValue(), Files.readString(output).strip());
        } catch (IOException failure) {
            return new Result(FAILED_TO_RUN, String.valueOf(failure.getMessage()));
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return new Result(FAILED_TO_RUN, "interrupted");
        } finally {
            if (output != null) {
                Folders.delete(output);
            }
        }
    }

    /**
     * Runs the program and returns its output.
     *
     * @param purpose what the program is for, as the beginning of the failure's message
     * @throws ServerException when it does not end with exit code 0 in time; the message quotes its last lines
     */
    String require(String purpose, Duration bound) {
        Result result = run(bound);
        if (!result.succeeded()) {
            throw new ServerException(purpose + " failed with exit code " + result.exitCode() + ": "
                    + String.join(" ", words) + "\n" + LogTail.of(result.output()));
        }
        return result.output();
    }
}
