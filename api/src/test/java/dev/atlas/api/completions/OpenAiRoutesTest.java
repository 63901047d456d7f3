package dev.atlas.api.completions;

import static dev.atlas.api.ServedAtlas.header;
import static dev.atlas.api.ServedAtlas.ok;
import static dev.atlas.api.ServedAtlas.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.api.ServedAtlas;
import dev.atlas.wire.OpenAiForm;
import dev.atlas.wire.Reply;
import dev.atlas.wire.Said;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients of OpenAI's interface get what they know, on each engine. */
class OpenAiRoutesTest {

    private static final String COMPLETIONS = "//v1/chat/completions";

    @TempDir
    private Path folder;

    private static void begin(ServedAtlas atlas) throws Exception {
        atlas.add("ann", "member");
        ok(201, atlas.send("admin", "PUT", "/credentials/openai", "{\"secret\":\"sk-shared\"}"));
        ok(201, atlas.send("admin", "PUT", "/credentials/anthropic", "{\"secret\":\"sk-other\"}"));
        ok(200, atlas.send("admin", "PUT", "/chat/settings", "{\"default_provider\":\"openai\"}"));
    }

    private static HttpResponse<String> ask(ServedAtlas atlas, String more) throws Exception {
        return atlas.post(
                "ann",
                COMPLETIONS,
                "{\"model\":\"gpt-5\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]" + more + "}");
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void anAnswerComesWholeOrInPiecesAndIsRecordedWithoutAChat(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            begin(atlas);
            atlas.models().says(Said.text("It is ", "me.").having(1000, 500, 200));

            assertThat(ok(200, ask(atlas, "")).body())
                    .contains(
                            "\"object\":\"chat.completion\"",
                            "{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"It is me.\"},"
                                    + "\"finish_reason\":\"stop\"}",
                            "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":500,\"total_tokens\":1500,"
                                    + "\"completion_tokens_details\":{\"reasoning_tokens\":200}}");

            HttpResponse<String> streamed =
                    ok(200, ask(atlas, ",\"stream\":true,\"stream_options\":{\"include_usage\":true}"));
            assertThat(header(streamed, "Content-Type")).startsWith("text/event-stream");
            assertThat(streamed.body())
                    .containsSubsequence(
                            "data: {",
                            "\"delta\":{\"role\":\"assistant\",\"content\":\"\"}",
                            "\"delta\":{\"content\":\"It is \"}",
                            "\"delta\":{\"content\":\"me.\"}",
                            "\"finish_reason\":\"stop\"",
                            "\"total_tokens\":1500",
                            "data: [DONE]");
            assertThat(ok(200, atlas.get("ann", "/me/usage/totals")).body())
                    .contains("\"total_requests\":2", "\"total_cost_usd\":\"0.0125\"");
            assertThat(ok(200, atlas.get("ann", "/chat/sessions")).body()).isEqualTo("{\"items\":[]}");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void toolsAreOfferedAndTheirAnswersGoBack(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            begin(atlas);
            atlas.models().says(Said.tool("call-1", "weather", "{\"city\":\"Bern\"}"));
            String offer =
                    ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"weather\",\"parameters\":{\"type\":\"object\"}}}]";
            String called =
                    "\"id\":\"call-1\",\"type\":\"function\",\"function\":{\"name\":\"weather\",\"arguments\":\"{\\\"city\\\":\\\"Bern\\\"}\"}";

            assertThat(ok(200, ask(atlas, offer)).body()).contains(called, "\"finish_reason\":\"tool_calls\"");
            assertThat(ok(200, ask(atlas, offer + ",\"stream\":true")).body())
                    .contains("{\"index\":0," + called, "\"finish_reason\":\"tool_calls\"");
            ok(200, ask(atlas, offer + ",\"tool_choice\":\"required\""));
            assertThat(atlas.models().requests().getLast().body()).contains("\"required\"", "weather");
            ok(200, ask(atlas, offer + ",\"tool_choice\":\"none\""));
            assertThat(atlas.models().requests().getLast().body()).doesNotContain("weather");
            ok(200, ask(atlas, offer + ",\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"weather\"}}"));
            refused(
                    400,
                    "request.malformed",
                    ask(atlas, offer + ",\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"time\"}}"));
            ok(
                    200,
                    atlas.post(
                            "ann",
                            COMPLETIONS,
                            "{\"model\":\"gpt-5\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Hi\"}]},"
                                    + "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{" + called + "}]},"
                                    + "{\"role\":\"tool\",\"tool_call_id\":\"call-1\",\"content\":\"rain\"}]" + offer
                                    + "}"));
            assertThat(atlas.models().requests().getLast().body()).containsSubsequence("Hi", "call-1", "rain");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void aModelIsNamedWithItsProviderOrIsTheUsualOnes(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            begin(atlas);
            assertThat(ok(200, atlas.get("ann", "//v1/models")).body())
                    .startsWith("{\"object\":\"list\",\"data\":[{\"id\":\"openai/model-a\",\"object\":\"model\"")
                    .contains("\"id\":\"anthropic/model-b\"")
                    .doesNotContain("gemini");
            for (String name : List.of("model-a", "openai/model-a", "openai%2Fmodel-a")) {
                assertThat(ok(200, atlas.get("ann", "//v1/models/" + name)).body())
                        .isEqualTo(
                                "{\"id\":\"openai/model-a\",\"object\":\"model\",\"created\":0,\"owned_by\":\"openai\"}");
            }
            refused(404, "model.not_found", atlas.get("ann", "//v1/models/openai/no/such"));
            ok(
                    200,
                    atlas.post(
                            "ann",
                            COMPLETIONS,
                            "{\"model\":\"anthropic/claude\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}"));
            assertThat(atlas.models().requests().getLast().path()).endsWith("/messages");
            assertThat(atlas.models().requests().getLast().body()).contains("\"claude\"");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.api.ServedAtlas#engines")
    void whatCannotBeIsToldAsClientsOfOpenAiReadIt(String engine) throws Exception {
        try (ServedAtlas atlas = ServedAtlas.on(engine, folder)) {
            begin(atlas);
            HttpResponse<String> two = refused(400, "request.malformed", ask(atlas, ",\"n\":2"));
            assertThat(two.body()).contains("\"field\":\"n\"", "\"error\":{\"message\":");
            for (String wrong : List.of(
                    "{}",
                    "{\"model\":\"m\",\"messages\":\"Hi\"}",
                    "{\"model\":\"m\",\"messages\":[{\"role\":\"god\",\"content\":\"Hi\"}]}",
                    "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\"}]}]}")) {
                refused(400, "request.malformed", atlas.post("ann", COMPLETIONS, wrong));
            }
            refused(422, "value.invalid", atlas.post("ann", COMPLETIONS, "{\"model\":\"m\",\"messages\":[]}"));
            refused(422, "value.invalid", ask(atlas, ",\"temperature\":3"));
            assertThat(atlas.models().requests()).isEmpty();
            atlas.models().next(Reply.error(new OpenAiForm(), 404, "model_not_found", "no gpt-5"));
            refused(404, "provider.model_unknown", ask(atlas, ",\"temperature\":0.3333333333333333"));

            Reply refusal = Reply.error(new OpenAiForm(), 401, "invalid_api_key", "sk-shared is wrong");
            atlas.models().next(refusal, refusal);
            assertThat(refused(403, "provider.key_refused", ask(atlas, "")).body())
                    .doesNotContain("sk-shared");
            refused(403, "provider.key_refused", ask(atlas, ",\"stream\":true"));
            atlas.models().next(Reply.error(new OpenAiForm(), 404, "model_not_found", "no gpt-5"));
            refused(404, "provider.model_unknown", ask(atlas, ""));
            Reply half = Reply.stream(new OpenAiForm(), new OpenAiForm().stream(Said.text("one ", "two"), "m"));
            atlas.models().next(half.after(2, Reply.Ending.CUT));
            assertThat(ok(200, ask(atlas, ",\"stream\":true")).body())
                    .containsSubsequence(
                            "\"content\":\"one \"", "data: {\"error\":{\"message\":", "provider.stream_broken")
                    .doesNotContain("[DONE]");
            ok(200, atlas.send("admin", "PATCH", "/chat/settings", "{\"requests_per_minute\":1}"));
            ok(200, ask(atlas, ""));
            refused(429, "chat.request_limit", ask(atlas, ""));
        }
    }
}
