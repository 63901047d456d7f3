package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.Server;
import dev.atlas.api.http.ServerSettings;
import dev.atlas.application.Atlas;
import dev.atlas.application.identity.Bootstrap;
import dev.atlas.cli.Session;
import dev.atlas.cli.Terminal;
import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Storage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A server on one store, and a client signed in as its administrator. */
final class ServedStore implements AutoCloseable {

    private final Storage storage;
    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();
    private String token = "";

    private ServedStore(Storage storage, Server server) {
        this.storage = storage;
        this.server = server;
    }

    static ServedStore start(Map<String, String> settings, String password) throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(settings);
        all.put("ATLAS_PORT", "0");
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Session session =
                new Session(new Terminal(new BufferedReader(Reader.nullReader()), nowhere, nowhere, false), all);
        Storage storage = session.openStorage();
        Atlas atlas = session.atlas(storage);
        atlas.identity().bootstrap().run(all.get(Bootstrap.PASSWORD_SETTING));
        ServedStore served = new ServedStore(storage, Server.start(atlas, ServerSettings.of(all)));
        String login = "{\"username\":\"admin\",\"password\":\"" + password + "\"}";
        served.token = text(served.send(200, "POST", "/auth/login", login), "access_token");
        return served;
    }

    /** What people may write and engines may change on the way. */
    void addTraps() throws IOException, InterruptedException {
        String project = text(
                send(
                        201,
                        "POST",
                        "/projects",
                        "{\"name\":\"\ud83d\udc69\u200d\ud83d\udd2c caf\u00e9\",\"description\":\"\",\"tags\":[\"b\",\"a\",\"B\"]}"),
                "id");
        String experiment = text(send(201, "POST", "/experiments", """
                        {"project_id":"%s","experiment_name":"traps","tags":["z","a"],"note":"\\n\\u0001",
                         "config":{"b":2.0,"a":1.50,"a.b":{"$set":9007199254740993},"":null,"n":[],"e":1E+300},
                         "metrics":{"val.loss":0.1234567890123456789012345678901234,"$x":-0.0}}""".formatted(project)), "id");
        send(
                201,
                "PUT",
                "/experiments/" + experiment + "/epochs/1",
                "{\"metrics\":{\"loss\":\"NaN\",\"a.b\":\"-Infinity\",\"$c\":-0.0,\"d\":4.9E-324}}");
        send(
                201,
                "POST",
                "/projects/" + project + "/subjects",
                "{\"subject_id\":\"S 1\",\"releases\":[\"R1\"],\"age\":7.5}");
    }

    /** Every page of every list, as it came, by its path. */
    SequencedMap<String, String> lists() throws IOException, InterruptedException {
        SequencedMap<String, String> lists = new LinkedHashMap<>();
        add(lists, "/users?include_inactive=true&limit=1");
        add(lists, "/roles");
        for (Json project : add(lists, "/projects?include_archived=true&limit=1")) {
            String path = "/projects/" + text(project, "id");
            for (String part : List.of("/members", "/subjects", "/cache-files", "/settings")) {
                add(lists, path + part);
            }
            add(lists, "/experiments?limit=7&project=" + text(project, "id"));
        }
        for (Json experiment : add(lists, "/experiments?limit=10")) {
            String path = "/experiments/" + text(experiment, "id");
            add(lists, path);
            add(lists, path + "/epochs?limit=1");
            add(lists, path + "/checkpoints?limit=1");
            add(lists, path + "/history");
        }
        add(lists, "/experiments?status=running&challenge=2&limit=5");
        add(lists, "/experiments/best?metric=best_val_loss&direction=min&limit=20");
        for (String query : List.of("latest-running", "best-per-challenge", "last-failed", "training-time")) {
            add(lists, "/experiments/queries/" + query);
        }
        return lists;
    }

    /** Adds all pages, and answers what is in them. */
    private List<Json> add(Map<String, String> lists, String path) throws IOException, InterruptedException {
        String body = send(200, "GET", path, null);
        lists.put(path, body);
        if (!(Json.parse("body", utf8(body)) instanceof Json.Obj page)
                || !(page.members().get("items") instanceof Json.Arr items)) {
            return List.of();
        }
        List<Json> all = new ArrayList<>(items.items());
        if (page.members().get("next") instanceof Json.Str next) {
            String start = path.replaceFirst("&cursor=.*", "");
            all.addAll(add(lists, start + "&cursor=" + next.value()));
        }
        return all;
    }

    /** The bytes of the answer, one a character. */
    private String send(int status, String method, String path, @Nullable String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri().resolve("/api/v1" + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("content-type", "application/json");
        if (!token.isEmpty()) {
            request.header("authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
        assertThat(answer.statusCode())
                .as("%s %s: %s", method, path, answer.body())
                .isEqualTo(status);
        return answer.body();
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String text(String body, String member) {
        return text(Json.parse("body", utf8(body)), member);
    }

    private static String text(Json object, String member) {
        return ((Json.Str) ((Json.Obj) object).members().getOrDefault(member, new Json.Null())).value();
    }

    @Override
    public void close() {
        client.close();
        server.close();
        storage.close();
    }
}
