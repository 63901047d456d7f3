package dev.atlas.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** {@link UnitWriter} in a JVM of its own, for engines that live in the process of the service. */
public final class WriterProcess {

    private WriterProcess() {}

    /** Lets it write to the store at {@code url}, and kills it in the middle of one unit more. */
    public static Crash killWhileWriting(String engine, String url, int units) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-classpath",
                            System.getProperty("java.class.path"),
                            UnitWriter.class.getName(),
                            engine,
                            url,
                            Integer.toString(units))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader lines = process.inputReader()) {
                return crash(lines);
            } finally {
                process.destroyForcibly().onExit().join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a JVM that writes cannot be started", e);
        }
    }

    private static Crash crash(BufferedReader lines) throws IOException {
        List<UUID> acknowledged = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(UnitWriter.ACKNOWLEDGED)) {
                acknowledged.add(UUID.fromString(line.substring(UnitWriter.ACKNOWLEDGED.length())));
            } else if (line.startsWith(UnitWriter.HALF)) {
                return new Crash(acknowledged, UUID.fromString(line.substring(UnitWriter.HALF.length())));
            }
        }
        throw new IllegalStateException("the writing process ended before it was killed");
    }
}
