package dev.atlas.cli;

import dev.atlas.domain.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** What a client that signs in and tracks experiments sends, over and over. */
record UsualRequests(HttpClient client, URI server, String password) {

    /** Enough for the JVM to notice the methods that every request goes through. */
    private static final int ROUNDS = 100;

    /** Throws {@link IllegalStateException} if one of them is not answered as it should be. */
    void send() throws IOException, InterruptedException {
        Json.Obj signedIn = post("", "/auth/login", """
                {"username": "admin", "password": "%s"}""".formatted(password));
        String token = text(signedIn, "access_token");
        get(token, "/me");
        for (int round = 0; round < ROUNDS; round++) {
            track(token, round);
        }
    }

    private void track(String token, int round) throws IOException, InterruptedException {
        String project = text(post(token, "/projects", """
                        {"name": "Rehearsal %d", "description": "Thrown away", "settings": {"theme": "dark"}}""".formatted(round)), "id");
        get(token, "/projects/" + project);
        get(token, "/projects?limit=20");
        String experiment = text(post(token, "/experiments", """
                        {"project_id": "%s", "experiment_name": "Run", "config": {"rate": 0.001}}""".formatted(project)), "id");
        post(token, "/experiments/" + experiment + "/epochs", """
                {"epochs": [{"epoch": 1, "metrics": {"loss": 0.5}}]}""");
        get(token, "/experiments/" + experiment);
        get(token, "/experiments?limit=20&project=" + project);
    }

    private void get(String token, String path) throws IOException, InterruptedException {
        answer(request(token, path).GET());
    }

    private Json.Obj post(String token, String path, String body) throws IOException, InterruptedException {
        return answer(
                request(token, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String token, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/api/v1" + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Json.Obj answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 300 || !(Json.parse("answer", response.body()) instanceof Json.Obj object)) {
            throw new IllegalStateException("%s %s gave %d %s"
                    .formatted(response.request().method(), response.uri(), response.statusCode(), response.body()));
        }
        return object;
    }

    private static String text(Json.Obj object, String member) {
        return object.members().get(member) instanceof Json.Str(String value) ? value : "";
    }
}
