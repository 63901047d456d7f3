package dev.atlas.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.http.ServerSettings;
import dev.atlas.application.Atlas;
import dev.atlas.application.Foundation;
import dev.atlas.application.Ids;
import dev.atlas.application.identity.Keyring;
import dev.atlas.application.mirror.ServedPair;
import dev.atlas.application.providers.ModelAccess;
import dev.atlas.application.storage.StorageEngines;
import dev.atlas.contract.servers.MongoSeries;
import dev.atlas.contract.servers.PostgresServer;
import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Storage;
import dev.atlas.wire.ProviderServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Atlas on a store of its own, served over HTTP, with the administrator {@code admin}. Closing it closes the store. */
public final class ServedAtlas implements AutoCloseable {

    private static final String PASSWORD = "correct horse 1";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Storage storage;
    private final Clock clock;
    private final Map<String, String> settings;
    private final Atlas atlas;
    private final Server server;
    private final ProviderServer models = ProviderServer.start();
    private final Map<String, String> tokens = new HashMap<>();

    private ServedAtlas(
            Storage storage, @Nullable ServedPair pair, Clock clock, Path folder, Map<String, String> environment) {
        this.storage = storage;
        Map<String, String> settings = new HashMap<>(environment);
        settings.put("ATLAS_DATA", folder.toString());
        settings.put("ATLAS_PORT", "0");
        this.clock = clock;
        this.settings = providers(settings);
        this.atlas = Atlas.over(
                new Foundation(storage, clock, new Ids(clock, new Random(7))),
                Keyring.of(settings),
                pair,
                ModelAccess.in(this.settings));
        atlas.identity().bootstrap().run(PASSWORD);
        this.server = Server.start(atlas, ServerSettings.of(settings));
    }

    /** No test asks anybody but those on its own machine. */
    private Map<String, String> providers(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("OPENAI_BASE_URL", models.address("/v1").toString());
        all.put("OPENROUTER_BASE_URL", models.address("/v1").toString());
        all.put("ANTHROPIC_BASE_URL", models.address("/v1").toString());
        all.put("GEMINI_BASE_URL", models.address("/v1beta").toString());
        List.of("TELEGRAM", "SLACK", "TEAMS")
                .forEach(name -> all.putIfAbsent(
                        "ATLAS_BOTS_" + name + "_URL", models.address("/").toString()));
        all.put("OLLAMA_BASE_URL", models.address("/").toString());
        all.put("AZURE_OPENAI_ENDPOINT", models.address("/").toString());
        return all;
    }

    /** Another node over this store, which is served to nobody. Whoever asks for it closes what it begins. */
    public Atlas another(Storage store) {
        return Atlas.over(
                new Foundation(store, clock, new Ids(clock, new Random())),
                Keyring.of(settings),
                null,
                ModelAccess.in(settings));
    }

    /** Every provider of models there is. */
    public ProviderServer models() {
        return models;
    }

    /** The engines this build tests: those of the system property {@code atlas.test.engines}. */
    public static List<String> engines() {
        return List.of(System.getProperty("atlas.test.engines", "sqlite").split(","));
    }

    /** The URL of a place for a new store. */
    public static String place(String engine, Path folder) {
        return switch (engine) {
            case "sqlite" -> "sqlite:" + folder.resolve(UUID.randomUUID() + ".db");
            case "postgres" -> PostgresServer.shared().createDatabase();
            case "mongo" -> MongoSeries.createDatabase();
            default -> throw new IllegalArgumentException("no engine " + engine);
        };
    }

    /** Opens the store there. */
    public static Storage open(String url) {
        return StorageEngines.installed().open("--url", url, Map.of());
    }

    /** On a new store of this engine. */
    public static ServedAtlas on(String engine, Path folder) {
        return over(open(place(engine, folder)), folder);
    }

    /** Over an open store; its key file is in {@code folder}. */
    public static ServedAtlas over(Storage storage, Path folder) {
        return over(storage, Clock.systemUTC(), folder, Map.of());
    }

    public static ServedAtlas over(Storage storage, Clock clock, Path folder, Map<String, String> environment) {
        return new ServedAtlas(storage, null, clock, folder, environment);
    }

    /** On a new store with a mirror, which closes with the pair. */
    public static ServedAtlas over(ServedPair pair, Path folder) {
        return new ServedAtlas(pair.storage(), pair, Clock.systemUTC(), folder, Map.of());
    }

    public Storage storage() {
        return storage;
    }

    public Atlas atlas() {
        return atlas;
    }

    public URI uri() {
        return server.uri();
    }

    /** Signs a user in again for all requests to come. */
    public String signIn(String username) throws Exception {
        String body = "{\"username\":\"" + username + "\",\"password\":\"" + PASSWORD + "\"}";
        String token = text(ok(200, send(request("POST", "/auth/login", body, Map.of()))), "access_token");
        tokens.put(username, token);
        return token;
    }

    /** What the user is signed in with. */
    public String token(String username) throws Exception {
        return tokens.containsKey(username) ? tokens.get(username) : signIn(username);
    }

    /** Adds a user with this role and signs them in. Returns their id. */
    public String add(String username, String role) throws Exception {
        String body = "{\"username\":\"%s\",\"password\":\"%s\",\"role\":\"%s\"}".formatted(username, PASSWORD, role);
        String id = text(ok(201, post("admin", "/users", body)), "id");
        signIn(username);
        return id;
    }

    /** Sends a request as a user, with further headers in pairs of name and value. */
    public HttpResponse<String> send(String as, String method, String path, String body, String... headers)
            throws Exception {
        Map<String, String> all = new HashMap<>(Map.of("Authorization", "Bearer " + token(as)));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], headers[i + 1]);
        }
        return send(request(method, path, body, all));
    }

    public HttpResponse<String> get(String as, String path, String... headers) throws Exception {
        return send(as, "GET", path, "", headers);
    }

    public HttpResponse<String> post(String as, String path, String body, String... headers) throws Exception {
        return send(as, "POST", path, body, headers);
    }

    /** A request to a path below {@code /api/v1}, or to {@code //path} itself. */
    public HttpRequest request(String method, String path, String body, Map<String, String> headers) {
        String whole = path.startsWith("//") ? path.substring(1) : "/api/v1" + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(uri().resolve(whole))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        return request.build();
    }

    public static HttpResponse<String> send(HttpRequest request) throws Exception {
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The answer, which has this status. */
    public static HttpResponse<String> ok(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    /** The answer, which is a problem with this status and code. */
    public static HttpResponse<String> refused(int status, String code, HttpResponse<String> answer) {
        ok(status, answer);
        assertThat(text(answer, "code")).as(answer.body()).isEqualTo(code);
        return answer;
    }

    public static Json.Obj json(HttpResponse<String> answer) {
        return (Json.Obj) Json.parse("answer", answer.body());
    }

    /** A member of the answer that is a text; or the JSON of another one, or {@code absent}. */
    public static String text(HttpResponse<String> answer, String member) {
        Json value = json(answer).members().get(member);
        return value == null ? "absent" : value instanceof Json.Str(String text) ? text : value.text();
    }

    public static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("absent");
    }

    /** Stops serving and leaves the store open. */
    public void stop() {
        server.close();
        atlas.botService().close();
        atlas.bots().close();
        atlas.chat().close();
    }

    @Override
    public void close() {
        stop();
        models.close();
        storage.close();
    }
}
