package dev.atlas.contract.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A running server program with the processes it starts in turn. Its output goes to a log file.
 *
 * <p>It dies with the JVM: a watchdog, a shell that does nothing but wait for the end of its input, stops it even when
 * the JVM is killed itself and runs no shutdown hook.
 */
final class ServerProcess {
    private static final Duration SIGNAL_BOUND = Duration.ofSeconds(10);
    private static final String WATCH = "read -r closed && exit; kill -s CONT \"$1\" $(pgrep -P \"$1\");"
            + " kill -s \"$2\" \"$1\"; rm -rf -- \"$0\"";

    private final Process process;
    private final Process watchdog;
    private final String stopSignal;
    private final Path log;

    private ServerProcess(Process process, Process watchdog, String stopSignal, Path log) {
        this.process = process;
        this.watchdog = watchdog;
        this.stopSignal = stopSignal;
        this.log = log;
    }

    /**
     * Starts a server.
     *
     * @param command the program and its arguments
     * @param stopSignal the signal that ends it for good
     * @param folder the folder of its own, which the watchdog deletes after a sudden end of the JVM
     * @param log the file its output is appended to
     */
    static ServerProcess start(Command command, String stopSignal, Path folder, Path log) {
        try {
            Process process = new ProcessBuilder(command.words())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Process watchdog = new ProcessBuilder(
                            "sh", "-c", WATCH, folder.toString(), Long.toString(process.pid()), stopSignal)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new ServerProcess(process, watchdog, stopSignal, log);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot start " + String.join(" ", command.words()), failure);
        }
    }

    boolean isRunning() {
        return process.isAlive();
    }

    String lastLines() {
        return LogTail.of(log);
    }

    /** Freezes all processes of the server: they keep their memory, files and connections, and do nothing. */
    void pause() {
        signal("STOP", List.of(process.toHandle()));
        signal("STOP", process.descendants().toList());
    }

    /** Lets frozen processes go on. */
    void resume() {
        signal("CONT", family());
    }

    /** Kills all processes of the server at once, as a crash would, and returns when they are gone. */
    void kill() {
        pause();
        List<ProcessHandle> family = family();
        family.reversed().forEach(ProcessHandle::destroyForcibly);
        Waiting.until(
                // one that nobody has asked for its exit code still counts for a PostgreSQL that finds its pid in a
                // file
                () -> !process.isAlive() && family.stream().noneMatch(ServerProcess::isAtWork),
                SIGNAL_BOUND,
                () -> "The processes of a killed server are still there");
        dismissWatchdog();
    }

    /** Ends the server with its signal, and kills it when it does not end in time. */
    void stop() {
        resume();
        signal(stopSignal, List.of(process.toHandle()));
        try {
            Waiting.until(() -> !process.isAlive(), SIGNAL_BOUND, () -> "The server does not end");
            dismissWatchdog();
        } catch (ServerException tooSlow) {
            kill();
        }
    }

    private List<ProcessHandle> family() {
        List<ProcessHandle> family = new ArrayList<>(List.of(process.toHandle()));
        process.descendants().forEach(family::add);
        return family;
    }

    /** Ended processes may stay visible until somebody asks for their exit code; those have no program any more. */
    private static boolean isAtWork(ProcessHandle handle) {
        return handle.isAlive() && handle.info().command().isPresent();
    }

    private void dismissWatchdog() {
        watchdog.destroyForcibly();
    }

    private static void signal(String name, List<ProcessHandle> receivers) {
        List<String> pids = receivers.stream()
                .filter(ProcessHandle::isAlive)
                .map(receiver -> Long.toString(receiver.pid()))
                .toList();
        if (!pids.isEmpty()) {
            Stream<String> words = Stream.concat(Stream.of("sh", "-c", "kill -s \"$0\" \"$@\"", name), pids.stream());
            new Command(words.toList()).run(SIGNAL_BOUND);
        }
    }
}
