package dev.atlas.bench.mobility;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Loads the projects of a SQLite file into PostgreSQL with <a href="https://pgloader.io">pgloader</a>, without any proof. */
final class Pgloader {

    private static final String PROGRAM = "pgloader";

    private Pgloader() {}

    /**
     * How long it took from its start to its end, or empty where it is not installed.
     *
     * @param from a SQLite store
     * @param to an empty PostgreSQL database
     * @throws IOException if it fails; it says why
     */
    static Optional<Duration> load(String from, String to) throws IOException, InterruptedException {
        if (!isInstalled()) {
            return Optional.empty();
        }
        Path script = Files.createTempFile("atlas-bench", ".load");
        try {
            Files.writeString(script, """
                    LOAD DATABASE FROM %s INTO %s
                    WITH create tables, create indexes, reset sequences, foreign keys
                    INCLUDING ONLY TABLE NAMES LIKE 'projects';
                    """.formatted(from.replace("sqlite:", "sqlite://"), to));
            long start = System.nanoTime();
            int code = new ProcessBuilder(PROGRAM, "--on-error-stop", script.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            if (code != 0) {
                throw new IOException(PROGRAM + " ended with " + code);
            }
            return Optional.of(took);
        } finally {
            Files.delete(script);
        }
    }

    private static boolean isInstalled() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getenv("PATH"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, PROGRAM)));
    }
}
