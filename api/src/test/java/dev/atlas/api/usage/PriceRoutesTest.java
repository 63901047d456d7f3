package dev.atlas.api.usage;

import static dev.atlas.api.ServedAtlas.header;
import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static dev.atlas.api.ServedAtlas.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What models cost, over real HTTP on each engine. */
class PriceRoutesTest {

    private static final String PRICES = "/usage/prices";
    private static final String NEW_YEAR = "2020-01-01T00:00:00.000000Z";

    @TempDir
    private Path folder;

    private static String body(String model, String rest) {
        return "{\"model\":\"%s\",\"effective_from\":\"%s\"%s}".formatted(model, NEW_YEAR, rest);
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void aPriceIsSetChangedAndRemoved(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            atlas.add("ann", "member");
            String amounts = ",\"input_per_million\":\"1.50\",\"output_per_million\":\"0\"";
            HttpResponse<String> set = ok(201, atlas.post("admin", PRICES, body(" My-Model ", amounts)));
            String path = PRICES + "/" + text(set, "id");
            assertThat(header(set, "Location")).isEqualTo("/api/v1" + path);
            assertThat(set.body()).contains("\"provider\":\"*\",\"model\":\"my-model\",\"input_per_million\":\"1.50\"");
            refused(409, "model_price.taken", atlas.post("admin", PRICES, body("MY-MODEL", amounts)));
            refused(422, "value.invalid", atlas.post("admin", PRICES, body("m", ",\"input_per_million\":\"1\"")));
            refused(
                    422,
                    "value.invalid",
                    atlas.post(
                            "admin", PRICES, body("m", ",\"input_per_million\":\"1e3\",\"output_per_million\":\"1\"")));
            refused(403, "permission.missing", atlas.post("ann", PRICES, body("m", amounts)));
            refused(403, "permission.missing", atlas.get("ann", PRICES));

            HttpResponse<String> changed =
                    ok(200, atlas.send("admin", "PATCH", path, "{\"input_per_million\":\"2\"}", "If-Match", "\"0\""));
            assertThat(changed.body()).contains("\"input_per_million\":\"2\",\"output_per_million\":\"0\"");
            refused(412, "version.stale", atlas.send("admin", "DELETE", path, "", "If-Match", "\"0\""));
            refused(422, "value.invalid", atlas.send("admin", "PATCH", path, "{\"input_per_million\":null}"));
            assertThat(ok(200, atlas.get("admin", path)).body()).isEqualTo(changed.body());
            assertThat(ok(200, atlas.get("admin", PRICES)).body()).contains("my-model");
            ok(204, atlas.send("admin", "DELETE", path, ""));
            refused(404, "model_price.not_found", atlas.get("admin", path));
            assertThat(ok(200, atlas.get("admin", "/audit?action=price.changed"))
                            .body())
                    .contains(
                            "\"old_values\":{\"input_per_million\":\"1.50\"},\"new_values\":{\"input_per_million\":\"2\"}");
            assertThat(ok(200, atlas.get("admin", "/audit?action=price.removed"))
                            .body())
                    .contains("my-model");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void aPriceIsFoundByTheNameThenByItsLongestBeginning(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            String lookUp = PRICES + "/lookup?model=";
            assertThat(ok(200, atlas.get("admin", lookUp + "gpt-5-mini-2025-08-07"))
                            .body())
                    .contains("\"priced\":true", "\"model\":\"gpt-5-mini\"", "\"estimated\":true");
            assertThat(ok(200, atlas.get("admin", lookUp + "claude")).body()).isEqualTo("{\"priced\":false}");
            String amounts = ",\"input_per_million\":\"7\",\"output_per_million\":\"8\"";
            ok(201, atlas.post("admin", PRICES, body("gpt-5", amounts)));
            ok(201, atlas.post("admin", PRICES, body("gpt-5", amounts.replace("7", "9") + ",\"provider\":\"Azure\"")));
            assertThat(ok(200, atlas.get("admin", lookUp + "gpt-5&at=2019-12-31T23:59:59.999999Z"))
                            .body())
                    .contains("\"input_per_million\":\"1.25\"");
            assertThat(ok(200, atlas.get("admin", lookUp + "GPT-5&at=" + NEW_YEAR))
                            .body())
                    .contains("\"input_per_million\":\"7\"", "\"estimated\":false");
            assertThat(ok(200, atlas.get("admin", lookUp + "gpt-5&provider=AZURE"))
                            .body())
                    .contains("\"input_per_million\":\"9\"");
            ok(201, atlas.post("admin", PRICES, body("gpt-5-nano", "")));
            assertThat(ok(200, atlas.get("admin", lookUp + "gpt-5-nano")).body())
                    .as("what Atlas knows by itself counts again")
                    .contains("\"model\":\"gpt-5-nano\"", "\"estimated\":false");
        }
    }
}
