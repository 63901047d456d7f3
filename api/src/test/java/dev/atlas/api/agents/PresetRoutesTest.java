package dev.atlas.api.agents;

import static dev.atlas.api.ServedAtlas.header;
import static dev.atlas.api.ServedAtlas.json;
import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import dev.atlas.domain.Json;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Presets over real HTTP on each engine. Ann makes them, and Eve is a stranger to them unless they are shared. */
class PresetRoutesTest {

    private static final String PRESETS = "/chat/presets";

    @TempDir
    private Path folder;

    private interface Story {
        void tell(ServedAtlas atlas) throws Exception;
    }

    private void on(String engine, Story story) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            atlas.add("ann", "member");
            atlas.add("eve", "member");
            story.tell(atlas);
        }
    }

    private static String body(String name, String rest) {
        return "{\"name\":\"%s\",\"agent\":\"ops\"%s}".formatted(name, rest);
    }

    private static String made(ServedAtlas atlas, String as, String name, String rest) throws Exception {
        return PRESETS + "/" + text(ok(201, atlas.post(as, PRESETS, body(name, rest))), "id");
    }

    private static List<String> names(ServedAtlas atlas, String as, String query) throws Exception {
        return items(ok(200, atlas.get(as, PRESETS + query)));
    }

    private static List<String> items(HttpResponse<String> answer) {
        return ((Json.Arr) Objects.requireNonNull(json(answer).members().get("items")))
                .items().stream()
                        .map(item -> ((Json.Obj) item).members().get("name"))
                        .map(name -> ((Json.Str) Objects.requireNonNull(name)).value())
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void aPresetIsMadeChangedAndRemoved(String engine) throws Exception {
        on(engine, atlas -> {
            String rest = ",\"provider\":\"openai\",\"model\":\" gpt-5 \",\"temperature\":0.25,\"max_tokens\":500,"
                    + "\"system_prompt\":\"\",\"tools_enabled\":false,\"tools\":[\"list_projects\",\"list_projects\"]";
            HttpResponse<String> answer = ok(201, atlas.post("ann", PRESETS, body(" Short ", rest)));
            String path = PRESETS + "/" + text(answer, "id");
            assertThat(header(answer, "Location")).isEqualTo("/api/v1" + path);
            assertThat(answer.body())
                    .contains(
                            "\"name\":\"Short\"",
                            "\"is_system\":false",
                            "\"is_shared\":false",
                            "\"model\":\"gpt-5\"",
                            "\"temperature\":0.25",
                            "\"max_tokens\":500",
                            "\"system_prompt\":\"\"",
                            "\"tools_enabled\":false",
                            "\"tools\":[\"list_projects\"]");
            assertThat(ok(200, atlas.get("ann", path)).body()).isEqualTo(answer.body());
            String patch = "{\"agent\":\"reviewer\",\"model\":null,\"tools\":null,\"tools_enabled\":null}";
            HttpResponse<String> changed = ok(200, atlas.send("ann", "PATCH", path, patch, "If-Match", "\"0\""));
            assertThat(changed.body())
                    .contains("\"agent\":\"reviewer\"", "\"tools_enabled\":true", "\"tools\":[]", "\"version\":1")
                    .doesNotContain("\"model\"");
            refused(412, "version.stale", atlas.send("ann", "PATCH", path, patch, "If-Match", "\"0\""));
            refused(412, "version.stale", atlas.send("ann", "DELETE", path, "", "If-Match", "\"0\""));
            assertThat(names(atlas, "ann", "?agent=reviewer")).containsExactly("Short");
            assertThat(names(atlas, "ann", "?agent=ops")).isEmpty();
            refused(422, "value.invalid", atlas.get("ann", PRESETS + "?agent=chef"));
            ok(204, atlas.send("ann", "DELETE", path, ""));
            refused(404, "preset.not_found", atlas.get("ann", path));
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void aNameIsTakenOnceByEachOwnerAndOnceForTheSystem(String engine) throws Exception {
        on(engine, atlas -> {
            String system = ",\"is_system\":true";
            made(atlas, "ann", "x", "");
            made(atlas, "eve", "x", "");
            made(atlas, "admin", "x", "");
            made(atlas, "admin", "x", system);
            refused(409, "preset.name_taken", atlas.post("ann", PRESETS, body("x", ",\"is_shared\":true")));
            refused(409, "preset.name_taken", atlas.post("admin", PRESETS, body("x", system)));
            String other = made(atlas, "admin", "y", system);
            refused(409, "preset.name_taken", atlas.send("admin", "PATCH", other, "{\"name\":\"x\"}"));
            refused(403, "permission.missing", atlas.post("ann", PRESETS, body("z", system)));
            refused(422, "value.invalid", atlas.post("ann", PRESETS, "{\"name\":\"z\",\"agent\":\"chef\"}"));
            for (String wrong : List.of(
                    "\"provider\":\"nowhere\"",
                    "\"temperature\":3",
                    "\"max_tokens\":1",
                    "\"tools\":[\"No Tool\"]",
                    "\"is_system\":true,\"is_shared\":true")) {
                refused(422, "value.invalid", atlas.post("admin", PRESETS, body("z", "," + wrong)));
            }
        });
    }

    /** Nobody else knows of a preset by any route, list or event, administrators included. */
    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void onesOwnAreOnesOwnUntilTheyAreShared(String engine) throws Exception {
        on(engine, atlas -> {
            String start = position(atlas);
            String path = made(atlas, "ann", "mine", "");
            String id = path.substring(PRESETS.length() + 1);
            for (String other : List.of("eve", "admin")) {
                refused(404, "preset.not_found", atlas.get(other, path));
                refused(404, "preset.not_found", atlas.send(other, "PATCH", path, "{\"name\":\"x\"}"));
                refused(404, "preset.not_found", atlas.send(other, "DELETE", path, ""));
                assertThat(names(atlas, other, "")).isEmpty();
                assertThat(since(atlas, other, start)).doesNotContain(id);
            }
            assertThat(since(atlas, "ann", start)).contains(id);

            ok(200, atlas.send("ann", "PATCH", path, "{\"is_shared\":true}"));
            for (String other : List.of("eve", "admin")) {
                assertThat(ok(200, atlas.get(other, path)).body()).contains("mine");
                assertThat(names(atlas, other, "")).containsExactly("mine");
                assertThat(names(atlas, other, "?include_shared=false")).isEmpty();
                refused(403, "preset.not_owner", atlas.send(other, "PATCH", path, "{\"name\":\"x\"}"));
                refused(403, "preset.not_owner", atlas.send(other, "DELETE", path, ""));
                assertThat(since(atlas, other, start)).contains(id);
            }
            String system = made(atlas, "admin", "everybody", ",\"is_system\":true");
            assertThat(ok(200, atlas.get("eve", system)).body()).contains("\"is_system\":true");
            refused(403, "permission.missing", atlas.send("eve", "PATCH", system, "{\"name\":\"x\"}"));
            refused(403, "permission.missing", atlas.send("eve", "DELETE", system, ""));
            assertThat(names(atlas, "eve", "?include_shared=false")).containsExactly("everybody");
            assertThat(ok(200, atlas.get("admin", "/audit?action=preset.created"))
                            .body())
                    .contains("everybody")
                    .doesNotContain("mine");
            ok(200, atlas.send("ann", "PATCH", path, "{\"is_shared\":false}"));
            refused(404, "preset.not_found", atlas.get("eve", path));
            assertThat(since(atlas, "eve", start)).doesNotContain(id);
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void theListIsNewestFirstAndNamesEachOnceOverAllPages(String engine) throws Exception {
        on(engine, atlas -> {
            List<String> made = new ArrayList<>();
            for (int i = 0; i < 9; i++) {
                String rest = i % 3 == 0 ? ",\"is_shared\":true" : i % 3 == 1 ? "" : ",\"is_system\":true";
                made(atlas, i % 3 == 2 ? "admin" : i == 3 ? "eve" : "ann", "p" + i, rest);
                made.addFirst("p" + i);
            }
            List<String> listed = new ArrayList<>();
            String query = "?limit=2";
            for (int page = 0; page < 5; page++) {
                HttpResponse<String> answer = ok(200, atlas.get("ann", PRESETS + query));
                listed.addAll(items(answer));
                query = page < 4 ? "?limit=2&cursor=" + text(answer, "next") : "";
            }
            assertThat(listed).isEqualTo(made);
        });
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void presetsGoWithTheirOwner(String engine) throws Exception {
        on(engine, atlas -> {
            String id = atlas.add("tom", "member");
            String path = made(atlas, "tom", "shared", ",\"is_shared\":true");
            ok(200, atlas.get("ann", path));
            ok(204, atlas.send("admin", "DELETE", "/users/" + id, ""));
            refused(404, "preset.not_found", atlas.get("ann", path));
        });
    }

    private static String position(ServedAtlas atlas) throws Exception {
        return text(ok(200, atlas.get("admin", "/storage")), "position");
    }

    private static String since(ServedAtlas atlas, String as, String position) throws Exception {
        return ok(200, atlas.get(as, "/events", "Last-Event-ID", position)).body();
    }
}
