package dev.atlas.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.domain.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** Somebody who makes projects over HTTP, and looks which there are. */
record Projects(HttpClient client, URI server, String token) implements AutoCloseable {

    /** Signs in as the administrator. */
    static Projects of(ServedProcess atlas) throws IOException, InterruptedException {
        return of(atlas, "admin");
    }

    /** Signs in with the password that all have. */
    static Projects of(ServedProcess atlas, String username) throws IOException, InterruptedException {
        Projects stranger = new Projects(HttpClient.newHttpClient(), atlas.uri(), "");
        Json.Obj tokens = stranger.post("/auth/login", credentials(username, ServedProcess.PASSWORD));
        return new Projects(stranger.client, atlas.uri(), text(tokens, "access_token"));
    }

    /** What is asked to sign in with. */
    static String credentials(String username, String password) {
        return "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}";
    }

    void make(String name) throws IOException, InterruptedException {
        post("/projects", "{\"name\":\"" + name + "\"}");
    }

    List<String> names() throws IOException, InterruptedException {
        return get("/projects?limit=100").members().get("items") instanceof Json.Arr(List<Json> items)
                ? items.stream().map(each -> text((Json.Obj) each, "name")).toList()
                : List.of();
    }

    Json.Obj get(String path) throws IOException, InterruptedException {
        return answer(request(path).GET());
    }

    Json.Obj post(String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(body));
        return answer(body.isEmpty() ? request : request.header("Content-Type", "application/json"));
    }

    /** The status of the answer, whatever it is. */
    int status(String method, String path, String body) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        try {
            return client.send(
                            request.method(method, HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/api/v1" + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Json.Obj answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return (Json.Obj) Json.parse("answer", answer.body());
    }

    static String text(Json.Obj object, String member) {
        return object.members().get(member) instanceof Json.Str(String text) ? text : "";
    }

    @Override
    public void close() {
        client.close();
    }
}
