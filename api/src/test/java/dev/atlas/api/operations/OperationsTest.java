package dev.atlas.api.operations;

import static dev.atlas.api.ServedAtlas.header;
import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.DisturbedStorage;
import dev.atlas.api.ServedAtlas;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Health and metrics, over real HTTP. */
class OperationsTest {

    private static final List<String> ROUTES = List.of("//health/live", "//health/ready", "//metrics");

    @TempDir
    Path folder;

    static List<String> engines() {
        return ServedAtlas.engines();
    }

    private static HttpResponse<String> anonymous(ServedAtlas atlas, String path, Map<String, String> headers)
            throws Exception {
        return ServedAtlas.send(atlas.request("GET", path, "", headers));
    }

    @Test
    void who_asks_from_this_machine_need_not_sign_in_and_everybody_else_needs_the_permission() throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on("sqlite", folder)) {
            atlas.add("ann", "member");
            Map<String, String> elsewhere = Map.of("X-Forwarded-For", "203.0.113.7");
            for (String route : ROUTES) {
                ok(200, anonymous(atlas, route, Map.of()));
                refused(401, "auth.missing", anonymous(atlas, route, elsewhere));
                refused(401, "auth.missing", anonymous(atlas, route, Map.of("X-Forwarded-For", "127.0.0.1")));
                refused(403, "permission.missing", atlas.get("ann", route, "X-Forwarded-For", "203.0.113.7"));
                ok(200, atlas.get("admin", route, "X-Forwarded-For", "203.0.113.7"));
            }
            assertThat(anonymous(atlas, "//health/live", Map.of()).body()).isEqualTo("{\"status\":\"up\"}");
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void a_service_without_its_store_is_alive_and_not_ready(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            ok(200, anonymous(atlas, "//health/ready", Map.of()));
            atlas.storage().close();
            HttpResponse<String> answer = refused(503, "health.storage", anonymous(atlas, "//health/ready", Map.of()));
            assertThat(header(answer, "Retry-After")).isEqualTo("1");
            ok(200, anonymous(atlas, "//health/live", Map.of()));
            ok(200, anonymous(atlas, "//metrics", Map.of()));
        }
    }

    @Test
    void a_service_whose_store_is_full_says_so_and_is_not_ready_until_there_is_room_again() throws Exception {
        DisturbedStorage storage = new DisturbedStorage(ServedAtlas.open(ServedAtlas.place("sqlite", folder)));
        try (ServedAtlas atlas = ServedAtlas.over(storage, folder)) {
            ok(200, anonymous(atlas, "//health/ready", Map.of()));
            ok(200, atlas.get("admin", "/projects"));
            storage.fill(true);
            refused(503, "storage.full", atlas.post("admin", "/projects", "{\"name\":\"a\"}"));
            refused(503, "health.storage_full", anonymous(atlas, "//health/ready", Map.of()));
            ok(200, atlas.get("admin", "/projects"));
            storage.spare(1);
            ok(201, atlas.post("admin", "/projects", "{\"name\":\"small\"}"));
            refused(503, "health.storage_full", anonymous(atlas, "//health/ready", Map.of()));
            storage.fill(false);
            ok(201, atlas.post("admin", "/projects", "{\"name\":\"a\"}"));
            ok(200, anonymous(atlas, "//health/ready", Map.of()));
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void requests_storage_and_the_machine_are_measured(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            String project = text(ok(201, atlas.post("admin", "/projects", "{\"name\":\"a\"}")), "id");
            ok(200, atlas.get("admin", "/projects/" + project));
            ok(409, atlas.post("admin", "/projects", "{\"name\":\"a\"}"));
            HttpResponse<String> answer = ok(200, anonymous(atlas, "//metrics", Map.of()));
            assertThat(header(answer, "Content-Type")).startsWith("text/plain").contains("version=0.0.4");
            assertThat(answer.body())
                    .contains(
                            "http_server_requests_seconds_count{method=\"GET\",status=\"200\",uri=\"/api/v1/projects/{id}\"} 1")
                    .contains(
                            "http_server_requests_seconds_count{method=\"POST\",status=\"409\",uri=\"/api/v1/projects\"} 1")
                    .containsPattern("atlas_storage_units_seconds_count\\{engine=\"" + engine
                            + "\",operation=\"write\",outcome=\"ok\"\\} [1-9]")
                    .containsPattern("atlas_storage_units_seconds_count\\{engine=\"" + engine
                            + "\",operation=\"read\",outcome=\"ok\"\\} [1-9]")
                    .containsPattern("atlas_storage_operations_seconds_count\\{engine=\"" + engine
                            + "\",operation=\"add\",port=\"projects\"\\} [12]")
                    .containsPattern("atlas_storage_connections_max\\{engine=\"" + engine + "\"\\} [1-9]")
                    .contains(
                            "atlas_storage_connections_in_use{",
                            "atlas_storage_units_waiting{",
                            "jvm_memory_used_bytes{")
                    .doesNotContain(project);
        }
    }

    @Test
    void strangers_cannot_make_the_metrics_grow() throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on("sqlite", folder)) {
            for (int i = 0; i < 20; i++) {
                ok(404, anonymous(atlas, "//nowhere/" + i, Map.of()));
                ServedAtlas.send(atlas.request("BREW" + i, "//nowhere/" + i, "", Map.of()));
            }
            String metrics = anonymous(atlas, "//metrics", Map.of()).body();
            assertThat(metrics).doesNotContain("nowhere", "BREW");
            assertThat(metrics.lines()
                            .filter(line -> line.startsWith("http_server_requests_seconds_count{"))
                            .count())
                    .isLessThan(5);
        }
    }
}
