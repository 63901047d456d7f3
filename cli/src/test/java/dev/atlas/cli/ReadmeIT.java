package dev.atlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.contract.servers.MongoServer;
import dev.atlas.contract.servers.PostgresServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The tour of the README does what it shows, typed line by line on a machine with nothing but the repository. */
@Timeout(300)
class ReadmeIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void the_tour_gives_what_it_shows() throws IOException {
        Files.createSymbolicLink(folder.resolve("atlas"), ROOT.resolve("atlas"));
        Files.createSymbolicLink(folder.resolve("examples"), ROOT.resolve("examples"));
        Replacements here = new Replacements(
                freePort(),
                PostgresServer.shared().createDatabase(),
                MongoServer.shared().createDatabase());
        Map<String, String> environment = Map.of("ATLAS_PORT", here.port());
        Shell server = new Shell(folder, environment);
        try (Shell person = new Shell(folder, environment)) {
            person.run("./atlas --version"); // says that it prepares itself, once per build
            for (Tour.Step step : Tour.of(ROOT.resolve("README.md")).steps()) {
                String command = here.in(step.command());
                Tour.Step expected = new Tour.Step(
                        command, step.shown().stream().map(here::in).toList());
                if (step.serves()) {
                    server.close();
                    server = new Shell(folder, environment);
                    assertThat(server.startUntil(command, line -> line.contains(" listens on ")))
                            .as(command)
                            .matches(expected::shows, "what the README shows: " + expected.shown());
                } else {
                    assertThat(person.run(command))
                            .as(command)
                            .matches(expected::shows, "what the README shows: " + expected.shown());
                }
            }
        } finally {
            server.close();
        }
    }

    /** What the README names as examples, and what is there instead. */
    private record Replacements(String port, String postgres, String mongo) {

        String in(String line) {
            return line.replace("8080", port)
                    .replace("postgresql://atlas:secret@localhost/atlas", postgres)
                    .replace("mongodb://localhost/atlas", mongo);
        }
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }
}
