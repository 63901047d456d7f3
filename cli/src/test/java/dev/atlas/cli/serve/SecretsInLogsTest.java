package dev.atlas.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.Server;
import dev.atlas.api.http.ServerSettings;
import dev.atlas.application.Atlas;
import dev.atlas.application.Foundation;
import dev.atlas.application.Ids;
import dev.atlas.application.identity.Keyring;
import dev.atlas.application.storage.StorageEngines;
import dev.atlas.contract.servers.MongoServer;
import dev.atlas.contract.servers.PostgresServer;
import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Storage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens on the routes that take or hand out secrets, none of them comes to the log. */
@Isolated // it reads all that is logged
class SecretsInLogsTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private final List<String> secrets = new ArrayList<>();
    private URI uri = URI.create("http://localhost");

    static Stream<String> engines() {
        return Stream.of(System.getProperty("atlas.test.engines", "sqlite").split(","));
    }

    private String place(String engine) {
        return switch (engine) {
            case "postgres" -> PostgresServer.shared().createDatabase();
            case "mongo" -> MongoServer.shared().createDatabase();
            default -> "sqlite:" + folder.resolve("atlas.db");
        };
    }

    @ParameterizedTest
    @MethodSource("engines")
    void no_secret_is_logged(String engine) throws Exception {
        Map<String, String> settings = Map.of("ATLAS_DATA", folder.toString(), "ATLAS_PORT", "0");
        try (CapturedLog log = CapturedLog.everything();
                Storage storage = StorageEngines.installed().open("--url", place(engine), Map.of())) {
            Clock clock = Clock.systemUTC();
            Atlas atlas =
                    Atlas.over(new Foundation(storage, clock, new Ids(clock, new Random(5))), Keyring.of(settings));
            String first = secret("first-password-1");
            atlas.identity().bootstrap().run(first);
            try (Server server = Server.start(atlas, ServerSettings.of(settings))) {
                uri = server.uri();
                drive(first);
                atlas.storage().close();
                send("POST", "/auth/login", null, credentials("admin", first));
            }
            secrets.add(Files.readString(folder.resolve("secret.key")).strip());
            assertThat(log.lines()).anyMatch(line -> line.contains("route=\"/api/v1/auth/login\""));
            for (String secret : secrets) {
                assertThat(log.lines()).noneMatch(line -> line.contains(secret));
            }
            assertThat(log.lines()).noneMatch(line -> line.contains("Bearer ") || line.contains("argon2"));
        }
    }

    private void drive(String first) throws Exception {
        HttpResponse<String> signedIn = send("POST", "/auth/login", null, credentials("admin", first));
        String access = secret(text(signedIn, "access_token"));
        String refresh = secret(text(signedIn, "refresh_token"));
        send("POST", "/auth/login", null, credentials("admin", secret("wrong-password-2")));
        send("POST", "/auth/login", null, "{\"username\":\"admin\",\"password\":\"" + secret("broken-password-3"));
        send("POST", "/auth/login", null, "{\"username\":\"admin\",\"pasword\":\"" + secret("misspelt-4") + "\"}");
        send("GET", "/me", secret("strange-token-5"), "");
        HttpResponse<String> renewed = send("POST", "/auth/refresh", null, "{\"refresh_token\":\"" + refresh + "\"}");
        secret(text(renewed, "access_token"));
        secret(text(renewed, "refresh_token"));
        send("POST", "/auth/refresh", null, "{\"refresh_token\":\"" + secret("unknown-refresh-6") + "\"}");

        HttpResponse<String> made =
                send("POST", "/me/tokens", access, "{\"label\":\"t\",\"scopes\":[\"project.view\",\"secret.manage\"]}");
        String personal = secret(text(made, "token"));
        send("GET", "/projects", personal, "");
        send("PUT", "/secrets/smtp", access, "{\"value\":\"" + secret("smtp-secret-7") + "\"}");
        send("PUT", "/secrets/smtp", personal, "{\"value\":5,\"x\":\"" + secret("smtp-secret-8") + "\"}");
        send("GET", "/secrets/smtp", access, "");
        send("PUT", "/credentials/openai", access, "{\"secret\":\"" + secret("openai-key-9") + "\"}");
        send("PUT", "/me/credentials/openai", access, "{\"secret\":\"" + secret("openai-key-10") + "\"}");
        send("POST", "/users", access, credentials("bob", secret("bob-password-11")));
        send("POST", "/users", access, credentials("bob", secret("bob-password-12")));
        send("POST", "/users", access, credentials("carl", secret("p-short")));
        HttpResponse<String> me = send("GET", "/me", access, "");
        send(
                "PUT",
                "/users/" + text(me, "id") + "/password",
                access,
                "{\"new_password\":\"" + secret("admin-pass-13") + "\"}");
        send(
                "PUT",
                "/me/password",
                access,
                "{\"current_password\":\"" + secret("not-it-14") + "\",\"new_password\":\"" + secret("new-pass-15")
                        + "\"}");
        send("POST", "/auth/logout", access, "");
    }

    private static String credentials(String username, String password) {
        return "{\"username\":\"" + username + "\",\"password\":\"" + password + "\"}";
    }

    private String secret(String secret) {
        secrets.add(secret);
        return secret;
    }

    private HttpResponse<String> send(String method, String path, @Nullable String token, String body)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri.resolve("/api/v1" + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A text of an answer that must be there: otherwise the test would look for nothing. */
    private static String text(HttpResponse<String> answer, String member) {
        Json.Obj body = (Json.Obj) Json.parse("answer", answer.body());
        if (body.members().get(member) instanceof Json.Str(String text)) {
            return text;
        }
        throw new AssertionError(member + " is no text in " + answer.body());
    }
}
