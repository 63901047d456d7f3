package dev.atlas.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.cli.JavaCommand;
import dev.atlas.cli.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code atlas serve} as a process of its own, with its data in a folder, on SQLite unless set. */
final class ServedProcess implements AutoCloseable {

    static final String PASSWORD = "correct horse 1";

    private static final Pattern LISTENS = Pattern.compile("Atlas listens on (http://\\S+)");

    private final Process process;
    private final URI uri;
    private final List<String> printed;

    private ServedProcess(Process process, URI uri, List<String> printed) {
        this.process = process;
        this.uri = uri;
        this.printed = printed;
    }

    /** Returns when it listens. What it logs goes to {@code log.txt} in the folder. */
    static ServedProcess start(Path folder, Map<String, String> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(JavaCommand.of(Main.class, "serve"));
        builder.environment().putAll(settings);
        builder.environment()
                .putAll(Map.of("ATLAS_DATA", folder.toString(), "ATLAS_PORT", "0", "ATLAS_ADMIN_PASSWORD", PASSWORD));
        Process process =
                builder.redirectError(folder.resolve("log.txt").toFile()).start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        List<String> printed = new ArrayList<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            printed.add(line);
            Matcher listens = LISTENS.matcher(line);
            if (listens.find()) {
                return new ServedProcess(process, URI.create(listens.group(1)), printed);
            }
        }
        throw new IllegalStateException(
                "atlas serve ended with " + process.onExit().join().exitValue());
    }

    URI uri() {
        return uri;
    }

    /** What it said before it listened. */
    List<String> printed() {
        return printed;
    }

    /** Sends SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** Sends SIGKILL, and waits for the end. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Has it do nothing at all, until {@link #thaw()}. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).as("kill -%s", name).isZero();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for the end. */
    void awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("atlas serve ends").isTrue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
