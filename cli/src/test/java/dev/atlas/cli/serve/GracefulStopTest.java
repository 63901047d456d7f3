package dev.atlas.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.storage.StorageEngines;
import dev.atlas.contract.Await;
import dev.atlas.domain.Json;
import dev.atlas.domain.Page;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectFilter;
import dev.atlas.domain.storage.Storage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that is told to stop while somebody is in the middle of a request. */
class GracefulStopTest {

    private static final String BODY = "{\"name\":\"slow\"}";

    @TempDir
    Path folder;

    @Test
    void a_request_that_runs_is_answered_and_a_new_one_is_not_taken() throws Exception {
        try (ServedProcess atlas = ServedProcess.start(folder, Map.of("ATLAS_STOP_TIMEOUT", "1m"));
                Socket slow = half(atlas)) {
            atlas.terminate();
            Await.until(Duration.ofSeconds(30), () -> !listens(atlas), () -> "it still takes connections");
            assertThat(atlas.isAlive()).isTrue();
            slow.getOutputStream().write(BODY.substring(5).getBytes(StandardCharsets.UTF_8));
            slow.getOutputStream().flush();
            String answer = new String(slow.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 201 ").contains("\"name\":\"slow\"");
            atlas.awaitEnd();
        }
        try (Storage storage =
                StorageEngines.installed().open("--url", "sqlite:" + folder.resolve("atlas.db"), Map.of())) {
            List<Project> projects = storage.read(from -> from.projects()
                    .ownedBy(
                            from.users()
                                    .list(Page.first(1), true)
                                    .items()
                                    .getFirst()
                                    .id(),
                            ProjectFilter.NONE,
                            Page.first(10))
                    .items());
            assertThat(projects).extracting(Project::name).containsExactly("slow");
        }
    }

    @Test
    void a_request_that_never_ends_does_not_keep_it_from_stopping() throws Exception {
        try (ServedProcess atlas = ServedProcess.start(folder, Map.of("ATLAS_STOP_TIMEOUT", "500ms"));
                Socket slow = half(atlas)) {
            atlas.terminate();
            atlas.awaitEnd();
            assertThat(slow.isConnected()).isTrue();
        }
    }

    /** A connection on which the first half of a request was sent. */
    private static Socket half(ServedProcess atlas) throws Exception {
        String token = signIn(atlas);
        Socket socket = new Socket(atlas.uri().getHost(), atlas.uri().getPort());
        OutputStream out = socket.getOutputStream();
        out.write(("POST /api/v1/projects HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + BODY.length() + "\r\n\r\n"
                        + BODY.substring(0, 5))
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
        signIn(atlas); // the server has read the first half by now, or will before it reads that it should stop
        return socket;
    }

    private static String signIn(ServedProcess atlas) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(atlas.uri().resolve("/api/v1/auth/login"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"username\":\"admin\",\"password\":\"" + ServedProcess.PASSWORD + "\"}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            Json.Obj body = (Json.Obj) Json.parse("answer", answer.body());
            return body.members().get("access_token") instanceof Json.Str(String token) ? token : "";
        }
    }

    private static boolean listens(ServedProcess atlas) {
        try (Socket socket = new Socket(atlas.uri().getHost(), atlas.uri().getPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
