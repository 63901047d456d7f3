package dev.atlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.contract.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The command as a process of its own, with no terminal, which can be interrupted as Ctrl-C does. */
public final class CommandProcess implements AutoCloseable {

    private static final Duration BOUND = Duration.ofSeconds(60);

    private final Process process;
    private final Path log;

    private CommandProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts it with these settings; what it prints goes to {@code process.log} in the folder. */
    public static CommandProcess start(Path folder, Map<String, String> settings, String... arguments)
            throws IOException {
        Path log = folder.resolve("process.log");
        // a build in the background ignores SIGINT, and what it starts would inherit that
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(line(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        return new CommandProcess(builder.start(), log);
    }

    /** The command line that runs the command on the class path of this test. */
    public static List<String> line(String... arguments) {
        return JavaCommand.of(Main.class, arguments);
    }

    /** Interrupts it in the middle of its work, at which it is made to stand still for a moment. Returns its exit code. */
    public int interrupt(BooleanSupplier midway) throws IOException, InterruptedException {
        Await.until(BOUND, () -> midway.getAsBoolean() || !process.isAlive(), this::printed);
        signal("STOP");
        assertThat(midway.getAsBoolean()).as("still midway; %s", printed()).isTrue();
        signal("INT");
        signal("CONT");
        assertThat(process.waitFor(BOUND.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).as("kill -%s; %s", name, printed()).isZero();
    }

    private String printed() {
        try {
            return "the command printed: " + Files.readString(log);
        } catch (IOException e) {
            return "the command printed nothing that can be read";
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
