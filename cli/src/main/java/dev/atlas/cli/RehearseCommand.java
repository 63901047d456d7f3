package dev.atlas.cli;

import dev.atlas.application.identity.Bootstrap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Serves a store that is thrown away afterwards and asks it for what clients usually ask for. The launcher runs it once
 * per build, to record which classes and methods a start needs (JEP 514 and 515).
 */
@Command(name = "rehearse", hidden = true, description = "Goes once through a start and the usual requests.")
final class RehearseCommand implements Callable<Integer> {

    private static final String PASSWORD = "rehearsal";

    private final Session session;

    RehearseCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("atlas-rehearsal");
        try {
            rehearse(new Session(
                    session.terminal(),
                    Map.of("ATLAS_DATA", folder.toString(), "ATLAS_PORT", "0", Bootstrap.PASSWORD_SETTING, PASSWORD)));
        } finally {
            erase(folder);
        }
        return ExitCode.TRUE;
    }

    private static void rehearse(Session session) throws IOException, InterruptedException {
        try (Service service = Service.start(session);
                HttpClient client = HttpClient.newHttpClient()) {
            new UsualRequests(client, service.uri(), PASSWORD).send();
        }
    }

    private static void erase(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
