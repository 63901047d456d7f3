package dev.atlas.api.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.http.Authenticator;
import dev.atlas.api.http.Problem;
import dev.atlas.api.http.ServerSettings;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Ids;
import dev.atlas.application.Refusal;
import dev.atlas.application.identity.Keyring;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.projects.ProjectDetails;
import dev.atlas.domain.projects.Visibility;
import dev.atlas.domain.storage.Storage;
import dev.atlas.sqlite.Backend;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Tracking over real HTTP. Ann owns the project; Sam is a stranger; the token is the name. */
abstract class TrackingRoutes {

    private static final Set<Permission> MEMBER = Set.of(
            Permission.PROJECT_VIEW, Permission.PROJECT_CREATE, Permission.TRACKING_VIEW, Permission.TRACKING_WRITE);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<String, Id<User>> USERS = new HashMap<>();
    private static Storage storage;
    private static ApplicationContext context;
    private static URI base;
    static String project;

    @BeforeAll
    static void start(@TempDir Path folder) {
        storage = new Backend().open("sqlite:" + folder.resolve("atlas.db"), Map.of());
        Foundation foundation = new Foundation(storage, Clock.systemUTC(), new Ids(Clock.systemUTC(), new Random(7)));
        Atlas atlas = Atlas.over(foundation, Keyring.of(Map.of("ATLAS_DATA", folder.toString())));
        for (String name : List.of("ann", "sam")) {
            User user = new User(
                    foundation.ids().next(),
                    new Username(name),
                    null,
                    null,
                    "member",
                    null,
                    true,
                    foundation.now(),
                    foundation.now(),
                    0);
            storage.write(repositories -> repositories.users().add(user));
            USERS.put(name, user.id());
        }
        Authenticator authenticator = TrackingRoutes::authenticate;
        context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .singletons(authenticator, ServerSettings.of(Map.of()), atlas)
                .properties(Map.of("micronaut.server.port", -1))
                .start();
        base = context.getBean(EmbeddedServer.class).start().getURI();
        ProjectDetails details =
                new ProjectDetails("eeg", null, null, Visibility.PRIVATE, List.of(), Json.Obj.EMPTY, Json.Obj.EMPTY);
        project = atlas.projects()
                .catalog()
                .create(caller("ann", new Caller.Origin("r", null, null)), details)
                .value()
                .id()
                .toString();
    }

    @AfterAll
    static void stop() {
        context.close();
        storage.close();
    }

    private static CompletableFuture<Caller> authenticate(String token, Caller.Origin origin) {
        return USERS.containsKey(token)
                ? CompletableFuture.completedFuture(caller(token, origin))
                : CompletableFuture.failedFuture(new Refusal.NotSignedIn("auth.invalid", "No."));
    }

    private static Caller caller(String name, Caller.Origin origin) {
        return new Caller(USERS.getOrDefault(name, new Id<>(new java.util.UUID(0, 0))), name, MEMBER, null, origin);
    }

    static HttpResponse<String> send(String as, String method, String path, String body, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve("/api/v1" + path))
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + as)
                .header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Json.Obj json(HttpResponse<String> answer) {
        return (Json.Obj) Json.parse("answer", answer.body());
    }

    static String member(HttpResponse<String> answer, String name) {
        Json value = json(answer).members().get(name);
        return value == null ? "absent" : value instanceof Json.Str(String text) ? text : value.text();
    }

    static HttpResponse<String> ok(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    static void refused(int status, String code, HttpResponse<String> answer) {
        ok(status, answer);
        assertThat(answer.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
        assertThat(member(answer, "code")).isEqualTo(code);
    }

    static String start(String rest) throws Exception {
        String body = "{\"project_id\":\"" + project + "\",\"experiment_name\":\"e\"" + rest + "}";
        return member(ok(201, send("ann", "POST", "/experiments", body)), "id");
    }
}
