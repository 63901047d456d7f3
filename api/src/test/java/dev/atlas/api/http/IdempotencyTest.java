package dev.atlas.api.http;

import static dev.atlas.api.ServedAtlas.header;
import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.DisturbedStorage;
import dev.atlas.api.MovableClock;
import dev.atlas.api.ServedAtlas;
import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Storage;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A request that is sent again, over real HTTP. */
class IdempotencyTest {

    private static final String KEY = "Idempotency-Key";

    @TempDir
    Path folder;

    static List<String> engines() {
        return ServedAtlas.engines();
    }

    private static String named(String name) {
        return "{\"name\":\"" + name + "\"}";
    }

    private static int projects(ServedAtlas atlas) throws Exception {
        Json.Obj page = ServedAtlas.json(atlas.get("admin", "/projects"));
        return page.members().get("items") instanceof Json.Arr items
                ? items.items().size()
                : -1;
    }

    private static void same(HttpResponse<String> first, HttpResponse<String> again) {
        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        assertThat(again.body()).isEqualTo(first.body());
        for (String name : List.of("Location", "ETag", "Content-Type")) {
            assertThat(header(again, name)).as(name).isEqualTo(header(first, name));
        }
        assertThat(Position.parse("again", header(again, "Atlas-Position")))
                .isGreaterThanOrEqualTo(Position.parse("first", header(first, "Atlas-Position")));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void a_repeated_request_is_done_once_and_answered_as_the_first_time(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            HttpResponse<String> first = ok(201, atlas.post("admin", "/projects", named("EEG"), KEY, "k1"));
            same(first, atlas.post("admin", "/projects", named("EEG"), KEY, "k1"));
            same(first, atlas.post("admin", "/projects", named("EEG"), KEY, "k1"));
            assertThat(projects(atlas)).isEqualTo(1);

            String archive = "/projects/" + text(first, "id") + "/archive";
            HttpResponse<String> archived = ok(200, atlas.post("admin", archive, "", KEY, "k1"));
            same(archived, atlas.post("admin", archive, "", KEY, "k1"));
            refused(409, "project.archived", atlas.post("admin", archive, "", KEY, "k2"));
        }
    }

    @Test
    void the_first_answer_is_the_same_with_a_key_and_without() throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on("sqlite", folder)) {
            HttpResponse<String> with = ok(201, atlas.post("admin", "/projects", named("a"), KEY, "k"));
            HttpResponse<String> without = ok(201, atlas.post("admin", "/projects", named("b")));
            assertThat(with.headers().map().keySet())
                    .isEqualTo(without.headers().map().keySet());
            assertThat(header(with, "Content-Type")).isEqualTo(header(without, "Content-Type"));
            assertThat(ServedAtlas.json(with).members().keySet())
                    .isEqualTo(ServedAtlas.json(without).members().keySet());
        }
    }

    @Test
    void a_key_belongs_to_one_caller_and_one_route_and_one_request() throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on("sqlite", folder)) {
            atlas.add("ann", "member");
            String first = text(ok(201, atlas.post("admin", "/projects", named("a"), KEY, "k")), "id");
            assertThat(text(ok(201, atlas.post("ann", "/projects", named("a"), KEY, "k")), "id"))
                    .isNotEqualTo(first);
            HttpResponse<String> other =
                    refused(422, "value.invalid", atlas.post("admin", "/projects", named("b"), KEY, "k"));
            assertThat(other.body()).contains("\"field\":\"Idempotency-Key\"");

            String second = text(ok(201, atlas.post("admin", "/projects", named("b"))), "id");
            ok(200, atlas.post("admin", "/projects/" + first + "/archive", "", KEY, "k"));
            refused(422, "value.invalid", atlas.post("admin", "/projects/" + second + "/archive", "", KEY, "k"));
        }
    }

    @Test
    void a_refused_request_may_be_accepted_later() throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on("sqlite", folder)) {
            String taken = text(ok(201, atlas.post("admin", "/projects", named("a"))), "id");
            refused(409, "project.name_taken", atlas.post("admin", "/projects", named("a"), KEY, "k"));
            ok(200, atlas.send("admin", "PATCH", "/projects/" + taken, named("b")));
            ok(201, atlas.post("admin", "/projects", named("a"), KEY, "k"));
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void a_lost_answer_of_the_store_is_found_again(String engine) throws Exception {
        DisturbedStorage disturbed = new DisturbedStorage(ServedAtlas.open(ServedAtlas.place(engine, folder)));
        try (ServedAtlas atlas = ServedAtlas.over(disturbed, folder)) {
            atlas.signIn("admin");
            disturbed.loseAnswer(0);
            HttpResponse<String> found = ok(201, atlas.post("admin", "/projects", named("a"), KEY, "k1"));
            same(found, atlas.post("admin", "/projects", named("a"), KEY, "k1"));

            disturbed.loseAnswer(1);
            HttpResponse<String> unknown =
                    refused(503, "storage.unknown_outcome", atlas.post("admin", "/projects", named("b"), KEY, "k2"));
            assertThat(header(unknown, "Retry-After")).isEqualTo("1");
            HttpResponse<String> again = ok(201, atlas.post("admin", "/projects", named("b"), KEY, "k2"));
            same(again, atlas.post("admin", "/projects", named("b"), KEY, "k2"));
            assertThat(projects(atlas)).isEqualTo(2);
        }
    }

    @Test
    void a_request_that_is_being_done_is_not_done_twice() throws Exception {
        DisturbedStorage disturbed = new DisturbedStorage(ServedAtlas.open(ServedAtlas.place("sqlite", folder)));
        try (ServedAtlas atlas = ServedAtlas.over(disturbed, folder);
                ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            atlas.signIn("admin");
            CountDownLatch release = new CountDownLatch(1);
            disturbed.hold(release);
            Future<HttpResponse<String>> first =
                    other.submit(() -> atlas.post("admin", "/projects", named("a"), KEY, "k"));
            assertThat(disturbed.arrived().await(20, TimeUnit.SECONDS)).isTrue();
            refused(409, "idempotency.in_flight", atlas.post("admin", "/projects", named("a"), KEY, "k"));
            release.countDown();
            same(ok(201, first.get()), atlas.post("admin", "/projects", named("a"), KEY, "k"));
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void many_at_once_on_two_nodes_do_it_once(String engine) throws Exception {
        String place = ServedAtlas.place(engine, folder);
        try (ServedAtlas one = ServedAtlas.over(ServedAtlas.open(place), folder);
                ServedAtlas two =
                        ServedAtlas.over(engine.equals("sqlite") ? one.storage() : ServedAtlas.open(place), folder);
                ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            one.signIn("admin");
            two.signIn("admin");
            List<Future<HttpResponse<String>>> sent = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                ServedAtlas node = i % 2 == 0 ? one : two;
                sent.add(others.submit(() -> node.post("admin", "/projects", named("a"), KEY, "k")));
            }
            HttpResponse<String> done = ok(201, one.post("admin", "/projects", named("b"), KEY, "other"));
            assertThat(text(done, "name")).isEqualTo("b");
            List<String> bodies = new ArrayList<>();
            for (Future<HttpResponse<String>> each : sent) {
                HttpResponse<String> answer = each.get();
                if (answer.statusCode() != 201) {
                    refused(409, "idempotency.in_flight", answer);
                } else {
                    bodies.add(answer.body());
                }
            }
            assertThat(bodies).isNotEmpty();
            assertThat(bodies.stream().distinct()).hasSize(1);
            assertThat(projects(one)).isEqualTo(2);
        }
    }

    @Test
    void a_key_is_as_good_as_new_after_a_day_and_its_record_goes() throws Exception {
        MovableClock clock = new MovableClock();
        Storage storage = ServedAtlas.open(ServedAtlas.place("sqlite", folder));
        try (ServedAtlas atlas = ServedAtlas.over(storage, clock, folder, Map.of())) {
            String first = text(ok(201, atlas.post("admin", "/projects", named("a"), KEY, "k1")), "id");
            clock.move(Duration.ofHours(23));
            atlas.signIn("admin");
            assertThat(text(atlas.post("admin", "/projects", named("a"), KEY, "k1"), "id"))
                    .isEqualTo(first);
            clock.move(Duration.ofHours(2));
            atlas.signIn("admin");
            ok(201, atlas.post("admin", "/projects", named("b"), KEY, "k1"));
            for (int i = 0; i < 70; i++) {
                ok(201, atlas.post("admin", "/projects", named("p" + i), KEY, "p" + i));
            }
            clock.move(Duration.ofHours(25));
            atlas.signIn("admin");
            for (int i = 0; i < 64; i++) {
                ok(201, atlas.post("admin", "/projects", named("q" + i), KEY, "q" + i));
            }
            assertThat(storage.<Long>read(
                            from -> from.records().count(records(from.records().kinds()))))
                    .isLessThanOrEqualTo(64);
        }
    }

    private static Kind records(List<Kind> kinds) {
        return kinds.stream()
                .filter(kind -> kind.name().equals("idempotency_records"))
                .findAny()
                .orElseThrow();
    }

    @Test
    void what_cannot_be_repeated_refuses_a_key_and_a_strange_key_is_named() throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on("sqlite", folder)) {
            String credentials = "{\"username\":\"admin\",\"password\":\"correct horse 1\"}";
            for (List<String> each : List.of(
                    List.of("/auth/login", credentials),
                    List.of("/auth/refresh", "{\"refresh_token\":\"x\"}"),
                    List.of("/auth/logout", ""),
                    List.of("/me/tokens", "{\"label\":\"x\",\"scopes\":[\"project.view\"]}"),
                    List.of("/experiments/compare", "{\"ids\":[]}"))) {
                assertThat(refused(400, "request.malformed", atlas.post("admin", each.get(0), each.get(1), KEY, "k"))
                                .body())
                        .contains("\"field\":\"Idempotency-Key\"");
            }
            refused(400, "request.malformed", atlas.post("admin", "/projects", named("a"), KEY, "a b"));
            refused(400, "request.malformed", atlas.post("admin", "/projects", named("a"), KEY, "k".repeat(256)));
            refused(
                    413,
                    "body.too_large",
                    atlas.post("admin", "/projects", named("x".repeat(9_000_000)), KEY, "large"));
            assertThat(projects(atlas)).isZero();
        }
    }

    @Test
    void every_post_that_writes_is_answered_alike_when_it_comes_again() throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on("sqlite", folder)) {
            String ann = atlas.add("ann", "member");
            String project = repeated(atlas, "/projects", named("a"));
            String experiment =
                    repeated(atlas, "/experiments", "{\"project_id\":\"" + project + "\",\"experiment_name\":\"e\"}");
            repeated(atlas, "/roles", "{\"role\":\"reader\",\"label\":\"Reader\",\"permissions\":[\"project.view\"]}");
            repeated(atlas, "/users", "{\"username\":\"bob\",\"password\":\"another horse 1\"}");
            repeated(atlas, "/users/" + ann + "/deactivate", "");
            repeated(atlas, "/users/" + ann + "/activate", "");
            repeated(
                    atlas,
                    "/experiments/" + experiment + "/epochs",
                    "{\"epochs\":[{\"epoch\":1,\"metrics\":{\"loss\":0.5}}]}");
            repeated(atlas, "/experiments/" + experiment + "/checkpoints", "{\"epoch\":1,\"metrics\":{\"loss\":0.5}}");
            repeated(atlas, "/experiments/" + experiment + "/status", "{\"status\":\"completed\"}");
            repeated(atlas, "/projects/" + project + "/subjects", "{\"subject_id\":\"s1\"}");
            repeated(atlas, "/projects/" + project + "/cache-files", "{\"file_path\":\"/x\"}");
            repeated(atlas, "/projects/" + project + "/archive", "");
            repeated(atlas, "/projects/" + project + "/restore", "");
            repeated(atlas, "/projects/" + project + "/transfer", "{\"owner_id\":\"" + ann + "\"}");
        }
    }

    /** Sends it twice and returns the id of what it made. */
    private static String repeated(ServedAtlas atlas, String path, String body) throws Exception {
        HttpResponse<String> first = atlas.post("admin", path, body, KEY, "once");
        assertThat(first.statusCode()).as(first.body()).isBetween(200, 201);
        same(first, atlas.post("admin", path, body, KEY, "once"));
        return text(first, "id");
    }
}
