package dev.atlas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.Server;
import dev.atlas.api.http.ServerSettings;
import dev.atlas.application.Atlas;
import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Storage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The Python client's own tests pass against a real server. */
@Timeout(120)
class PythonClientIT {

    private static final Path CLIENT =
            Path.of("..", "clients", "python").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void its_tests_pass() throws IOException, InterruptedException {
        Session session = new Session(Terminal.standard(), Map.of("ATLAS_DATA", folder.toString()));
        try (Storage storage = session.openStorage()) {
            Atlas atlas = session.atlas(storage);
            atlas.identity().bootstrap().run("correct-horse");
            try (Server server = Server.start(atlas, new ServerSettings("127.0.0.1", 0, Set.of()))) {
                ProcessBuilder tests = new ProcessBuilder("python3", "-m", "unittest", "discover", "-s", "tests")
                        .directory(CLIENT.toFile())
                        .redirectErrorStream(true);
                tests.environment()
                        .putAll(Map.of(
                                "ATLAS_URL",
                                server.uri().toString(),
                                "ATLAS_TOKEN",
                                token(server),
                                "PYTHONPATH",
                                CLIENT.toString()));
                Process process = tests.start();
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(process.waitFor()).as(output).isZero();
            }
        }
    }

    private static String token(Server server) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest login = HttpRequest.newBuilder(server.uri().resolve("/api/v1/auth/login"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("""
                            {"username": "admin", "password": "correct-horse"}"""))
                    .build();
            String answer = client.send(login, BodyHandlers.ofString()).body();
            return Json.parse("answer", answer) instanceof Json.Obj object
                            && object.members().get("access_token") instanceof Json.Str(String token)
                    ? token
                    : "";
        }
    }
}
