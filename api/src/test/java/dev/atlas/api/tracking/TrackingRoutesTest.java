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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route of tracking over real HTTP. Ann owns the project; Sam is a stranger; the token is the name. */
class TrackingRoutesTest {

    private static final Set<Permission> MEMBER = Set.of(
            Permission.PROJECT_VIEW, Permission.PROJECT_CREATE, Permission.TRACKING_VIEW, Permission.TRACKING_WRITE);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<String, Id<User>> USERS = new HashMap<>();

    private static Storage storage;
    private static ApplicationContext context;
    private static URI base;
    private static String project;

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
        Authenticator authenticator = TrackingRoutesTest::authenticate;
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

    private static HttpResponse<String> send(String as, String method, String path, String body, String... headers)
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

    private static String member(HttpResponse<String> answer, String name) {
        Json value = json(answer).members().get(name);
        return value == null ? "absent" : value instanceof Json.Str(String text) ? text : value.text();
    }

    private static HttpResponse<String> ok(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    private static void refused(int status, String code, HttpResponse<String> answer) {
        ok(status, answer);
        assertThat(answer.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
        assertThat(member(answer, "code")).isEqualTo(code);
    }

    private static String start(String rest) throws Exception {
        String body = "{\"project_id\":\"" + project + "\",\"experiment_name\":\"e\"" + rest + "}";
        return member(ok(201, send("ann", "POST", "/experiments", body)), "id");
    }

    @Test
    void anExperimentGoesThroughItsLife() throws Exception {
        String body = "{\"project_id\":\"" + project + "\",\"experiment_name\":\"full\",\"challenge\":2,"
                + "\"model\":{\"name\":\"EEGNeX\",\"architecture\":{\"depth\":3},\"parameters\":9007199254740993,\"version\":\"1\"},"
                + "\"config\":{\"lr\":0.0020,\"a.b\":null},\"dataset\":{\"releases\":[\"R1\"],\"train_windows\":5},"
                + "\"metrics\":{\"best_val_loss\":\"NaN\"},\"tags\":[\"x\"],\"note\":\"n\",\"hostname\":\"h\",\"checkpoint_dir\":\"/c\"}";
        HttpResponse<String> made = ok(201, send("ann", "POST", "/experiments", body));
        String path = "/experiments/" + member(made, "id");
        assertThat(made.headers().firstValue("Location")).contains("/api/v1" + path);
        assertThat(made.headers().firstValue("Atlas-Position")).isPresent();
        assertThat(made.body())
                .contains("\"status\":\"running\"", "\"created_by\":\"ann\"", "\"parameters\":9007199254740993")
                .contains("\"config\":{\"lr\":0.0020,\"a.b\":null}", "\"metrics\":{\"best_val_loss\":\"NaN\"}")
                .contains("\"architecture\":{\"depth\":3}", "\"train_windows\":5", "\"version\":\"1\"")
                .doesNotContain("end_time");

        HttpResponse<String> patched = ok(
                200,
                send(
                        "ann",
                        "PATCH",
                        path,
                        "{\"note\":null,\"model\":{\"parameters\":null},\"config\":{\"lr\":null,\"new\":1},\"metrics\":{\"acc\":0.5}}",
                        "If-Match",
                        "\"0\"",
                        "Content-Type",
                        "application/merge-patch+json"));
        assertThat(patched.body())
                .contains("\"config\":{\"a.b\":null,\"new\":1}", "\"name\":\"EEGNeX\"", "\"acc\":0.5")
                .doesNotContain("\"note\"", "\"parameters\"");
        refused(412, "version.stale", send("ann", "PATCH", path, "{\"note\":\"x\"}", "If-Match", "\"0\""));

        HttpResponse<String> ended =
                ok(200, send("ann", "POST", path + "/status", "{\"status\":\"completed\",\"metrics\":{\"acc\":0.9}}"));
        assertThat(ended.body()).contains("\"end_time\"", "\"acc\":0.9");
        refused(409, "experiment.illegal_status", send("ann", "POST", path + "/status", "{\"status\":\"running\"}"));
        assertThat(ok(200, send("ann", "GET", path, "")).headers().firstValue("ETag"))
                .contains("\"2\"");
        assertThat(send("ann", "GET", path, "", "If-None-Match", "\"2\"").statusCode())
                .isEqualTo(304);
        ok(204, send("ann", "DELETE", path, ""));
        refused(404, "experiment.not_found", send("ann", "GET", path, ""));
    }

    @Test
    void epochsAreCreatedThenMerged() throws Exception {
        String epochs = "/experiments/" + start("") + "/epochs";
        String body = "{\"metrics\":{\"loss\":0.5,\"nan\":\"NaN\"},\"timing\":{\"duration_seconds\":3300}}";
        HttpResponse<String> made = ok(201, send("ann", "PUT", epochs + "/2", body));
        assertThat(made.headers().firstValue("Location")).contains("/api/v1" + epochs + "/2");
        HttpResponse<String> merged = ok(200, send("ann", "PUT", epochs + "/2", "{\"metrics\":{\"loss\":0.4}}"));
        assertThat(merged.body())
                .contains("\"duration_seconds\":3300.0", "\"metrics\":{\"loss\":0.4}")
                .doesNotContain("memory");
        HttpResponse<String> many = ok(
                200,
                send(
                        "ann",
                        "POST",
                        epochs,
                        "{\"epochs\":[{\"epoch\":2,\"metrics\":{\"loss\":0.3}},{\"epoch\":3},{\"epoch\":0}]}"));
        assertThat(member(many, "created")).isEqualTo("2");
        assertThat(member(many, "merged")).isEqualTo("1");
        HttpResponse<String> page = ok(200, send("ann", "GET", epochs + "?limit=2", ""));
        assertThat(member(page, "next")).isEqualTo("2");
        assertThat(ok(200, send("ann", "GET", epochs + "?limit=2&cursor=2", "")).body())
                .contains("\"epoch\":3")
                .doesNotContain("next");
        assertThat(ok(200, send("ann", "GET", epochs + "/2", "")).body()).contains("\"loss\":0.3");
        refused(404, "epoch.not_found", send("ann", "GET", epochs + "/7", ""));
        refused(404, "epoch.not_found", send("ann", "PUT", epochs + "/x", "{}"));
        refused(404, "epoch.not_found", send("ann", "PUT", epochs + "/99999999999", "{}"));
        refused(422, "value.invalid", send("ann", "POST", epochs, "{\"epochs\":[{\"epoch\":-1}]}"));
        refused(422, "value.invalid", send("ann", "POST", epochs, "{\"epochs\":[]}"));
        refused(400, "request.malformed", send("ann", "PUT", epochs + "/2", "{\"metrics\":{\"loss\":\"low\"}}"));
        refused(400, "request.malformed", send("ann", "GET", epochs + "?cursor=x", ""));
    }

    @Test
    void oneCheckpointIsTheBest() throws Exception {
        String experiment = "/experiments/" + start("");
        refused(404, "checkpoint.not_found", send("ann", "GET", experiment + "/best-checkpoint", ""));
        String body =
                "{\"epoch\":1,\"is_best\":true,\"metrics\":{\"val_loss\":0.2},\"file\":{\"path\":\"/a\",\"size_mb\":1.5}}";
        HttpResponse<String> first = ok(201, send("ann", "POST", experiment + "/checkpoints", body));
        HttpResponse<String> second = ok(201, send("ann", "POST", experiment + "/checkpoints", "{\"epoch\":2}"));
        assertThat(member(second, "is_best")).isEqualTo("false");
        HttpResponse<String> best = ok(
                200,
                send(
                        "ann",
                        "PUT",
                        experiment + "/best-checkpoint",
                        "{\"checkpoint_id\":\"" + member(second, "id") + "\"}"));
        assertThat(member(best, "is_best")).isEqualTo("true");
        HttpResponse<String> former =
                ok(200, send("ann", "GET", experiment + "/checkpoints/" + member(first, "id"), ""));
        assertThat(member(former, "is_best")).isEqualTo("false");
        assertThat(former.body()).contains("\"size_mb\":1.5");
        assertThat(ok(200, send("ann", "GET", experiment + "/checkpoints", "")).body())
                .contains("\"epoch\":2");
        assertThat(member(ok(200, send("ann", "GET", experiment + "/history", "")), "checkpoints"))
                .contains("\"epoch\":1");
        refused(
                404,
                "checkpoint.not_found",
                send("ann", "PUT", experiment + "/best-checkpoint", "{\"checkpoint_id\":\"" + project + "\"}"));
    }

    @Test
    void experimentsAreListedRankedAndCompared() throws Exception {
        String one = start(",\"tags\":[\"ranked\"],\"challenge\":1,\"metrics\":{\"acc\":0.5}");
        String two = start(",\"tags\":[\"ranked\"],\"challenge\":1,\"metrics\":{\"acc\":0.75,\"f1\":1}");
        for (String id : List.of(one, two)) {
            ok(200, send("ann", "POST", "/experiments/" + id + "/status", "{\"status\":\"completed\"}"));
        }
        HttpResponse<String> listed = ok(
                200,
                send(
                        "ann",
                        "GET",
                        "/experiments?tag=ranked&status=completed&challenge=1&limit=1&project=" + project,
                        ""));
        assertThat(listed.body()).contains(two, "next");
        HttpResponse<String> next =
                ok(200, send("ann", "GET", "/experiments?tag=ranked&limit=1&cursor=" + member(listed, "next"), ""));
        assertThat(next.body()).contains(one).doesNotContain(two);
        HttpResponse<String> best =
                ok(200, send("ann", "GET", "/experiments/best?metric=acc&direction=max&challenge=1&limit=1", ""));
        assertThat(best.body()).contains("\"value\":0.75", two).doesNotContain(one);
        HttpResponse<String> compared = ok(
                200,
                send(
                        "ann",
                        "POST",
                        "/experiments/compare",
                        "{\"ids\":[\"" + two + "\",\"" + project + "\",\"" + one + "\"]}"));
        assertThat(member(compared, "missing")).isEqualTo("[\"" + project + "\"]");
        assertThat(member(compared, "metric_differences"))
                .isEqualTo("[{\"member\":\"acc\",\"values\":{\"" + two + "\":0.75,\"" + one + "\":0.5}},"
                        + "{\"member\":\"f1\",\"values\":{\"" + two + "\":1}}]");
        refused(400, "request.malformed", send("ann", "GET", "/experiments?status=done", ""));
        refused(400, "request.malformed", send("ann", "GET", "/experiments?challenge=x", ""));
        refused(400, "request.malformed", send("ann", "GET", "/experiments/best?direction=up", ""));
        refused(400, "request.malformed", send("ann", "GET", "/experiments/best?limit=0", ""));
        refused(400, "request.malformed", send("ann", "POST", "/experiments/compare", "{\"ids\":[\"x\"]}"));
        refused(422, "value.invalid", send("ann", "POST", "/experiments/compare", "{\"ids\":[]}"));
        refused(404, "project.not_found", send("sam", "GET", "/experiments?project=" + project, ""));
    }

    @Test
    void namedQueriesAnswer() throws Exception {
        String id = start("");
        String queries = "/experiments/queries/";
        assertThat(ok(200, send("ann", "GET", queries + "latest-running", "")).body())
                .contains("items");
        for (String name : List.of("best-per-challenge", "last-failed", "training-time", "recent-cpu")) {
            ok(200, send("ann", "GET", queries + name + "?project=" + project, ""));
        }
        ok(200, send("ann", "GET", queries + "tagged?tag=x", ""));
        assertThat(ok(200, send("ann", "GET", queries + "learning-curve?experiment=" + id, ""))
                        .body())
                .isEqualTo("{\"items\":[]}");
        refused(400, "request.malformed", send("ann", "GET", queries + "tagged", ""));
        refused(400, "request.malformed", send("ann", "GET", queries + "learning-curve", ""));
    }

    @Test
    void subjectsAndCacheFilesBelongToAProject() throws Exception {
        String subjects = "/projects/" + project + "/subjects";
        String body = "{\"subject_id\":\"sub-1\",\"age\":9.5,\"sex\":\"F\",\"handedness\":\"R\",\"releases\":[\"R1\"],"
                + "\"has_eeg\":true,\"p_factor\":-0.5,\"phenotypic\":{\"adhd_score\":3},\"n_sessions\":2,"
                + "\"splits\":{\"challenge1_split\":\"train\"},\"sessions\":[{\"session_id\":\"a\"}]}";
        HttpResponse<String> made = ok(201, send("ann", "POST", subjects, body));
        assertThat(made.body())
                .contains("\"sex\":\"F\"", "\"has_eeg\":true", "\"n_sessions\":2", "\"p_factor\":-0.5")
                .contains("\"splits\":{\"challenge1_split\":\"train\"}", "\"eeg_quality\":{}");
        refused(409, "subject.id_taken", send("ann", "POST", subjects, body));
        String subject = subjects + "/" + member(made, "id");
        HttpResponse<String> patched = ok(
                200,
                send(
                        "ann",
                        "PATCH",
                        subject,
                        "{\"sex\":null,\"splits\":{\"challenge2_split\":\"val\"},\"phenotypic\":{\"x\":1}}"));
        assertThat(patched.body())
                .contains("\"challenge1_split\":\"train\",\"challenge2_split\":\"val\"")
                .contains("\"phenotypic\":{\"adhd_score\":3,\"x\":1}")
                .doesNotContain("\"sex\"");
        assertThat(ok(200, send("ann", "GET", subjects + "?release=R1", "")).body())
                .contains("sub-1");
        refused(400, "request.malformed", send("ann", "POST", subjects, "{\"subject_id\":\"s\",\"sex\":\"X\"}"));
        refused(404, "project.not_found", send("sam", "GET", subjects, ""));
        ok(204, send("ann", "DELETE", subject, ""));

        String files = "/projects/" + project + "/cache-files";
        HttpResponse<String> file =
                ok(201, send("ann", "POST", files, "{\"challenge\":1,\"file_path\":\"/a\",\"n_windows\":7}"));
        assertThat(file.body()).contains("\"n_windows\":7", "\"file_path\":\"/a\"");
        assertThat(ok(200, send("ann", "GET", files + "?challenge=1", "")).body())
                .contains("/a");
        ok(200, send("ann", "GET", files + "/" + member(file, "id"), ""));
        ok(204, send("ann", "DELETE", files + "/" + member(file, "id"), ""));
    }

    @Test
    void whatCanNeverBeIsRefused() throws Exception {
        String experiments = "/experiments";
        refused(400, "request.malformed", send("ann", "POST", experiments, "{\"experiment_name\":\"e\"}"));
        String named = "{\"project_id\":\"" + project + "\",\"experiment_name\":\"e\"";
        refused(400, "request.malformed", send("ann", "POST", experiments, named + ",\"status\":\"completed\"}"));
        refused(400, "request.malformed", send("ann", "POST", experiments, named + ",\"start_time\":null}"));
        refused(422, "value.invalid", send("ann", "POST", experiments, named + ",\"challenge\":3}"));
        refused(422, "value.invalid", send("ann", "POST", experiments, named + ",\"metrics\":{\"a\":\"x\"}}"));
        refused(
                422,
                "value.invalid",
                send("ann", "POST", experiments, named + ",\"parent_experiment_id\":\"" + project + "\"}"));
        refused(404, "project.not_found", send("sam", "POST", experiments, named + "}"));
        refused(404, "experiment.not_found", send("ann", "GET", experiments + "/nothing", ""));
        refused(401, "auth.invalid", send("nobody", "GET", experiments, ""));
    }
}
