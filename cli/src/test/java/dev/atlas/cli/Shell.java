package dev.atlas.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A shell as a person has it open: variables live on from one command to the next. */
final class Shell implements AutoCloseable {

    private static final String END = "-- the command ended --";

    private final Process process;
    private final BufferedReader out;
    private final BufferedWriter in;

    Shell(Path folder, Map<String, String> environment) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("bash").directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        process = builder.start();
        out = process.inputReader();
        in = process.outputWriter();
    }

    /** What the command prints, output and errors. */
    List<String> run(String command) throws IOException {
        type(command + "\necho; echo '" + END + "'");
        List<String> lines = readUntil(END::equals);
        lines.removeLast();
        if (!lines.isEmpty() && lines.getLast().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }

    /** What a command prints that goes on, up to the first such line. */
    List<String> startUntil(String command, Predicate<String> line) throws IOException {
        type(command);
        return readUntil(line);
    }

    private void type(String line) throws IOException {
        in.write(line);
        in.newLine();
        in.flush();
    }

    private List<String> readUntil(Predicate<String> last) throws IOException {
        List<String> lines = new ArrayList<>();
        do {
            String line = out.readLine();
            if (line == null) {
                throw new IllegalStateException("the shell ended after " + lines);
            }
            lines.add(line);
        } while (!last.test(lines.getLast()));
        return lines;
    }

    /** Ends what runs in it as Ctrl-C does, and then itself. */
    @Override
    public void close() {
        List<ProcessHandle> running = process.descendants().toList();
        running.forEach(ProcessHandle::destroy);
        try {
            in.close();
            for (ProcessHandle each : running) {
                each.onExit().get(30, TimeUnit.SECONDS);
            }
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the shell does not end");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
