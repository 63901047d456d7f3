package dev.atlas.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** {@link UnitWriter} in a JVM of its own, to be killed as the process of a service can be. */
public final class WriterProcess {

    /** More than it will ever live to write. */
    private static final int ENDLESS = 100_000;

    private WriterProcess() {}

    /** Lets it write {@code units} units to the store at {@code url}, and kills it in the middle of one unit more. */
    public static Crash killInTheMiddle(String engine, String url, int units) {
        List<String> lines = kill(engine, url, units, UnitWriter.HALF, 1);
        return new Crash(after(UnitWriter.ACKNOWLEDGED, lines), after(UnitWriter.HALF, lines));
    }

    /** Lets it write to the store at {@code url}, and kills it at full speed, after at least {@code units} units. */
    public static Crash killAtSpeed(String engine, String url, int units) {
        List<String> lines = kill(engine, url, ENDLESS, UnitWriter.ACKNOWLEDGED, units);
        List<UUID> acknowledged = after(UnitWriter.ACKNOWLEDGED, lines);
        List<UUID> running = new ArrayList<>(after(UnitWriter.BEGUN, lines));
        running.removeAll(acknowledged);
        return new Crash(acknowledged, running);
    }

    /** What it said until it was dead, which is killed once it has said {@code word} so many times. */
    private static List<String> kill(String engine, String url, int units, String word, int times) {
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
            List<String> said = new ArrayList<>();
            try (BufferedReader lines = process.inputReader()) {
                int heard = 0;
                while (heard < times) {
                    String line = lines.readLine();
                    if (line == null) {
                        throw new IllegalStateException("the writing process ended before it was killed");
                    }
                    said.add(line);
                    heard += line.startsWith(word) ? 1 : 0;
                }
                // the process itself would close what it has said and nobody has read yet
                process.toHandle().destroyForcibly();
                process.onExit().join();
                lines.lines().forEach(said::add);
            } finally {
                process.destroyForcibly().onExit().join();
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException("a JVM that writes cannot be started", e);
        }
    }

    /** The last line may have been cut off by the death of the process. */
    private static List<UUID> after(String word, List<String> lines) {
        int length = word.length() + new UUID(0, 0).toString().length();
        return lines.stream()
                .filter(line -> line.startsWith(word) && line.length() == length)
                .map(line -> UUID.fromString(line.substring(word.length())))
                .toList();
    }
}
