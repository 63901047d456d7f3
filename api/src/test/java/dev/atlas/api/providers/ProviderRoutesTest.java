package dev.atlas.api.providers;

import static dev.atlas.api.ServedAtlas.header;
import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import dev.atlas.wire.OpenAiForm;
import dev.atlas.wire.Reply;
import dev.atlas.wire.Request;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whose models are asked, over real HTTP on each engine. */
class ProviderRoutesTest {

    private static final String PROVIDERS = "/chat/providers";
    private static final String OPENAI = PROVIDERS + "/openai";
    private static final String SETTINGS = "/chat/settings";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void aProviderIsSetUpChangedAndForgotten(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            atlas.add("ann", "member");
            HttpResponse<String> unsaid = ok(200, atlas.get("ann", OPENAI));
            assertThat(header(unsaid, "ETag")).isEqualTo("\"0\"");
            assertThat(unsaid.body())
                    .contains("\"kind\":\"openai\"", "\"configured\":false", "\"default_model\":\"gpt-5-mini\"")
                    .doesNotContain("base_address", "key_source");

            String path = PROVIDERS + "/lab-gpu";
            String body = "{\"kind\":\"openai_compatible\",\"label\":\"Lab\",\"base_address\":\"%s\",\"retries\":0}"
                    .formatted(atlas.models().address("/v1"));
            refused(403, "permission.missing", atlas.send("ann", "PUT", path, body));
            HttpResponse<String> made = ok(201, atlas.send("admin", "PUT", path, body));
            assertThat(header(made, "Location")).isEqualTo("/api/v1" + path);
            assertThat(made.body())
                    .contains("\"configured\":true", "\"key_source\":\"not_needed\"", "\"retries\":0", "base_address");
            assertThat(ok(200, atlas.get("ann", path)).body()).doesNotContain("base_address", "127.0.0.1");
            assertThat(ok(200, atlas.get("ann", path + "/models")).body()).contains("model-a", "model-b");

            refused(412, "version.stale", atlas.send("admin", "PATCH", path, "{}", "If-Match", "\"0\""));
            assertThat(ok(
                                    200,
                                    atlas.send(
                                            "admin",
                                            "PATCH",
                                            path,
                                            "{\"enabled\":false,\"retries\":null}",
                                            "If-Match",
                                            "\"1\""))
                            .body())
                    .contains("\"enabled\":false", "\"retries\":2", "\"version\":2");
            refused(409, "provider.disabled", atlas.get("ann", path + "/models"));
            refused(422, "value.invalid", atlas.send("admin", "PATCH", path, "{\"call_seconds\":0}"));
            refused(422, "value.invalid", atlas.send("admin", "PATCH", path, "{\"base_address\":\"file:///etc\"}"));
            refused(422, "value.invalid", atlas.send("admin", "PUT", OPENAI, "{\"kind\":\"gemini\"}"));
            refused(422, "value.invalid", atlas.send("admin", "PUT", PROVIDERS + "/Lab", "{}"));
            ok(204, atlas.send("admin", "DELETE", path, "", "If-Match", "\"2\""));
            refused(404, "provider.not_found", atlas.get("ann", path));
            refused(404, "provider.not_found", atlas.send("admin", "DELETE", OPENAI, ""));

            HttpResponse<String> switched = ok(200, atlas.send("admin", "PATCH", OPENAI, "{\"enabled\":false}"));
            assertThat(header(switched, "ETag")).isEqualTo("\"1\"");
            ok(204, atlas.send("admin", "DELETE", OPENAI, ""));
            assertThat(ok(200, atlas.get("ann", OPENAI)).body()).contains("\"enabled\":true", "\"version\":0");
            assertThat(ok(200, atlas.get("admin", "/audit?action=provider.set")).body())
                    .contains("\"base_address\"", "\"retries\"");
        }
    }

    /** The caller's own, then the shared one; last write wins, and no answer shows one. */
    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void theKeyThatCountsIsUsed(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            atlas.add("ann", "member");
            refused(409, "provider.not_configured", atlas.get("ann", OPENAI + "/models"));

            ok(201, atlas.send("admin", "PUT", "/credentials/openai", "{\"secret\":\"sk-shared\"}"));
            assertThat(ok(200, atlas.get("ann", PROVIDERS)).body()).contains("\"key_source\":\"shared\"");
            assertThat(keyOf(atlas)).isEqualTo("Bearer sk-shared");

            ok(201, atlas.send("ann", "PUT", "/me/credentials/openai", "{\"secret\":\" sk-own \"}"));
            assertThat(ok(200, atlas.get("ann", OPENAI)).body()).contains("\"key_source\":\"own\"");
            assertThat(keyOf(atlas)).isEqualTo("Bearer sk-own");
            ok(200, atlas.send("ann", "PUT", "/me/credentials/openai", "{\"secret\":\"sk-newer\"}"));
            assertThat(keyOf(atlas)).isEqualTo("Bearer sk-newer");

            HttpResponse<String> tried = ok(200, atlas.post("ann", OPENAI + "/test", "{\"key\":\"sk-tried\"}"));
            assertThat(tried.body()).contains("\"ok\":true").doesNotContain("sk-", "key_source");
            assertThat(atlas.models().requests().getLast().header("authorization"))
                    .contains("Bearer sk-tried");
            assertThat(keyOf(atlas)).isEqualTo("Bearer sk-newer");
            ok(201, atlas.send("ann", "PUT", "/me/credentials/claude", "{\"secret\":\"sk-ant\"}"));
            assertThat(ok(200, atlas.get("ann", PROVIDERS + "/anthropic")).body())
                    .contains("\"key_source\":\"own\"");
            ok(204, atlas.send("ann", "DELETE", "/me/credentials/openai", ""));
            assertThat(keyOf(atlas)).isEqualTo("Bearer sk-shared");
        }
    }

    private static String keyOf(ServedAtlas atlas) throws Exception {
        ok(200, atlas.get("ann", OPENAI + "/models"));
        Request asked = atlas.models().requests().getLast();
        return asked.header("authorization").orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatTheProviderRefusesIsTold(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            ok(201, atlas.send("admin", "PUT", "/credentials/openai", "{\"secret\":\"sk-shared\"}"));
            ok(200, atlas.send("admin", "PATCH", OPENAI, "{\"retries\":0}"));
            String raw = "You used sk-shared the wrong way";
            OpenAiForm form = new OpenAiForm();
            atlas.models()
                    .next(
                            Reply.error(form, 401, "invalid_api_key", raw),
                            Reply.error(form, 401, "invalid_api_key", raw),
                            Reply.error(form, 429, "rate_limit_exceeded", raw).with("Retry-After", "77"),
                            Reply.error(form, 500, "server_error", raw),
                            Reply.json(200, "{\"data\":" + raw));

            assertThat(ok(200, atlas.post("admin", OPENAI + "/test", "{}")).body())
                    .contains("\"ok\":false", "\"code\":\"provider.key_refused\"", "\"key_source\":\"shared\"")
                    .doesNotContain(raw);
            assertThat(models(atlas, 409, "provider.key_refused").body()).doesNotContain(raw);
            assertThat(header(models(atlas, 429, "provider.rate_limited"), "Retry-After"))
                    .isEqualTo("77");
            assertThat(header(models(atlas, 503, "provider.fault"), "Retry-After"))
                    .isEqualTo("10");
            models(atlas, 503, "provider.unreadable");
        }
    }

    private static HttpResponse<String> models(ServedAtlas atlas, int status, String code) throws Exception {
        HttpResponse<String> answer = atlas.get("admin", OPENAI + "/models");
        refused(status, code, answer);
        return answer;
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void settingsOfChatsAreKeptWithinTheirBounds(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            atlas.add("ann", "member");
            HttpResponse<String> usual = ok(200, atlas.get("ann", SETTINGS));
            assertThat(header(usual, "ETag")).isEqualTo("\"0\"");
            assertThat(usual.body())
                    .contains("\"default_provider\":\"openrouter\",\"max_tokens\":4096,\"temperature\":0.7");
            refused(403, "permission.missing", atlas.send("ann", "PUT", SETTINGS, "{\"default_provider\":\"ollama\"}"));

            String body =
                    "{\"default_provider\":\"ollama\",\"max_tokens\":100,\"temperature\":2,\"system_prompt\":\" x \"}";
            HttpResponse<String> set = ok(200, atlas.send("admin", "PUT", SETTINGS, body, "If-Match", "\"0\""));
            assertThat(set.body()).contains("\"max_tokens\":100", "\"system_prompt\":\" x \"", "\"version\":1");
            refused(412, "version.stale", atlas.send("admin", "PUT", SETTINGS, body, "If-Match", "\"0\""));
            assertThat(ok(200, atlas.send("admin", "PUT", SETTINGS, body)).body())
                    .contains("\"version\":1");
            for (String wrong : new String[] {
                "\"max_tokens\":99",
                "\"max_tokens\":128001",
                "\"temperature\":2.1",
                "\"temperature\":-0.1",
                "\"system_prompt\":\"" + "x".repeat(4001) + "\"",
                "\"default_provider\":\"nobody\""
            }) {
                HttpResponse<String> refused = atlas.send("admin", "PATCH", SETTINGS, "{" + wrong + "}");
                refused(422, "value.invalid", refused);
                assertThat(refused.body()).contains("\"field\":" + wrong.substring(0, wrong.indexOf(':')));
            }
            assertThat(ok(200, atlas.send("admin", "PATCH", SETTINGS, "{\"temperature\":null,\"tools_enabled\":false}"))
                            .body())
                    .contains("\"temperature\":0.7", "\"tools_enabled\":false", "\"version\":2");
            assertThat(ok(200, atlas.get("admin", "/audit?action=chat_settings.set"))
                            .body())
                    .contains("\"old_values\":{\"temperature\":2.0,\"tools_enabled\":true}");
        }
    }
}
