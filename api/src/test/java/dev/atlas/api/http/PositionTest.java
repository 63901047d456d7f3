package dev.atlas.api.http;

import static dev.atlas.api.ServedAtlas.header;
import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import dev.atlas.domain.storage.Position;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a write says about its place, and what a read does with it. */
class PositionTest {

    private static final String AFTER = "Atlas-After";

    @TempDir
    Path folder;

    static List<String> engines() {
        return ServedAtlas.engines();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void a_read_on_another_node_sees_what_was_written_on_this_one(String engine) throws Exception {
        String place = ServedAtlas.place(engine, folder);
        try (ServedAtlas one = ServedAtlas.over(ServedAtlas.open(place), folder);
                ServedAtlas two =
                        ServedAtlas.over(engine.equals("sqlite") ? one.storage() : ServedAtlas.open(place), folder)) {
            Position last = new Position(0, 0);
            for (int i = 0; i < 10; i++) {
                HttpResponse<String> made = ok(201, one.post("admin", "/projects", "{\"name\":\"p" + i + "\"}"));
                Position position = Position.parse("position", header(made, "Atlas-Position"));
                assertThat(position).isGreaterThan(last);
                last = position;
                String path = "/projects/" + text(made, "id");
                HttpResponse<String> seen = ok(200, two.get("admin", path, AFTER, position.text()));
                assertThat(seen.body()).isEqualTo(made.body());
                ok(304, two.get("admin", path, AFTER, position.text(), "If-None-Match", header(made, "ETag")));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void a_position_that_is_not_reached_is_waited_for_and_then_refused(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            HttpResponse<String> behind =
                    refused(503, "storage.behind", atlas.get("admin", "/me", AFTER, "0-" + Long.MAX_VALUE));
            assertThat(header(behind, "Retry-After")).isEqualTo("1");
        }
    }

    @Test
    void what_is_no_position_of_this_store_is_refused() throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on("sqlite", folder)) {
            for (String position : List.of("", "x", "-1", "0-", "00-1", "1-1", "7-0", "0-99999999999999999999")) {
                HttpResponse<String> refused =
                        refused(400, "request.malformed", atlas.get("admin", "/me", AFTER, position));
                assertThat(refused.body()).contains("\"field\":\"Atlas-After\"");
            }
        }
    }

    @Test
    void every_write_says_its_position() throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on("sqlite", folder)) {
            String ann = atlas.add("ann", "member");
            String project = text(atlas.post("admin", "/projects", "{\"name\":\"a\"}"), "id");
            String experiment = text(
                    atlas.post(
                            "admin", "/experiments", "{\"project_id\":\"" + project + "\",\"experiment_name\":\"e\"}"),
                    "id");
            for (List<String> write : List.of(
                    List.of("PATCH", "/me", "{\"display_name\":\"A\"}"),
                    List.of("PUT", "/me/credentials/openai", "{\"secret\":\"s\"}"),
                    List.of("DELETE", "/me/credentials/openai", ""),
                    List.of("PUT", "/credentials/openai", "{\"secret\":\"s\"}"),
                    List.of("DELETE", "/credentials/openai", ""),
                    List.of("PUT", "/secrets/smtp", "{\"value\":\"s\"}"),
                    List.of("DELETE", "/secrets/smtp", ""),
                    List.of("PATCH", "/users/" + ann, "{\"display_name\":\"Ann\"}"),
                    List.of("PUT", "/users/" + ann + "/password", "{\"new_password\":\"another horse 2\"}"),
                    List.of("PATCH", "/projects/" + project, "{\"type\":\"t\"}"),
                    List.of("PUT", "/projects/" + project + "/members/" + ann, "{\"role\":\"editor\"}"),
                    List.of("DELETE", "/projects/" + project + "/members/" + ann, ""),
                    List.of("PUT", "/projects/" + project + "/settings", "{\"a\":1}"),
                    List.of("PATCH", "/experiments/" + experiment, "{\"note\":\"n\"}"),
                    List.of("PUT", "/experiments/" + experiment + "/epochs/1", "{\"metrics\":{\"loss\":1}}"),
                    List.of("DELETE", "/experiments/" + experiment, ""),
                    List.of("DELETE", "/users/" + ann, ""))) {
                HttpResponse<String> answer = atlas.send("admin", write.get(0), write.get(1), write.get(2));
                assertThat(answer.statusCode())
                        .as("%s %s: %s", write.get(0), write.get(1), answer.body())
                        .isBetween(200, 204);
                assertThat(header(answer, "Atlas-Position"))
                        .as(write.toString())
                        .isNotEqualTo("absent");
            }
        }
    }
}
