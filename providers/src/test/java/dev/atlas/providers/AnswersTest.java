package dev.atlas.providers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.atlas.application.providers.Cancellation;
import dev.atlas.application.providers.FinishReason;
import dev.atlas.application.providers.ModelAnswer;
import dev.atlas.application.providers.ModelEndpoint;
import dev.atlas.application.providers.ModelEvent;
import dev.atlas.application.providers.ModelMessage;
import dev.atlas.application.providers.ModelQuestion;
import dev.atlas.application.providers.ModelUsage;
import dev.atlas.application.providers.OfferedModel;
import dev.atlas.application.providers.ToolOffer;
import dev.atlas.application.providers.ToolRequest;
import dev.atlas.domain.Json;
import dev.atlas.domain.providers.ProviderKind;
import dev.atlas.wire.ProviderServer;
import dev.atlas.wire.Reply;
import dev.atlas.wire.Request;
import dev.atlas.wire.Said;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What providers say is what is answered, at once and piece by piece. */
class AnswersTest {

    @ParameterizedTest
    @EnumSource
    void answersAtOnceAndInPieces(ProviderKind kind) {
        try (ProviderServer server = ProviderServer.start()) {
            ModelEndpoint endpoint = Asking.endpoint(server, kind);
            server.says(Said.text("Hé", "llo, ", "\"wörld\"\n", "😀").having(21, 7, 0));

            Asking.Streamed streamed = Asking.stream(endpoint);

            assertThat(streamed.problem()).isNull();
            assertThat(streamed.events())
                    .containsExactly(
                            new ModelEvent.Text("Hé"),
                            new ModelEvent.Text("llo, "),
                            new ModelEvent.Text("\"wörld\"\n"),
                            new ModelEvent.Text("😀"));
            for (ModelAnswer answer : List.of(requireNonNull(streamed.answer()), Asking.complete(endpoint))) {
                assertThat(answer.text()).isEqualTo("Héllo, \"wörld\"\n😀");
                assertThat(answer.toolCalls()).isEmpty();
                assertThat(answer.finishReason()).isEqualTo(FinishReason.STOP);
                assertThat(answer.usage()).isEqualTo(new ModelUsage(21, 7, 0, kind != ProviderKind.GEMINI));
                // Azure's requests name no model but a deployment; what LangChain4j sends besides does not matter
                // there.
                assertThat(answer.model()).isEqualTo(Asking.MODEL);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsOfToolsAndTakesWhatTheyAnswer(ProviderKind kind) {
        try (ProviderServer server = ProviderServer.start()) {
            ModelEndpoint endpoint = Asking.endpoint(server, kind);
            server.says(Said.tool("call_1", "weather", "{\"city\":\"Köln\"}"));
            ToolOffer offer = new ToolOffer("weather", "Tells the weather.", (Json.Obj) Json.parse("parameters", """
                            {"type":"object","properties":{"city":{"type":"string","description":"Where"},
                            "days":{"type":"integer"},"unit":{"type":"string","enum":["C","F"]},
                            "more":{"type":"array","items":{"type":"number"}}},"required":["city"]}"""));
            ToolRequest call = new ToolRequest("call_1", "weather", "{\"city\":\"Köln\"}");
            ModelQuestion question = new ModelQuestion(
                    Asking.MODEL,
                    List.of(
                            new ModelMessage.OfUser("How is it?"),
                            new ModelMessage.OfModel("", List.of(call)),
                            new ModelMessage.OfTool("call_1", "weather", "rain"),
                            new ModelMessage.OfUser("And now?")),
                    100,
                    null,
                    List.of(offer));
            List<ModelEvent> events = new ArrayList<>();

            ModelAnswer streamed = Asking.PROVIDER.stream(endpoint, question, events::add, new Cancellation());
            ModelAnswer whole = Asking.PROVIDER.complete(endpoint, question, new Cancellation());

            assertThat(events)
                    .containsExactly(
                            new ModelEvent.ToolCalled(streamed.toolCalls().getFirst()));
            for (ModelAnswer answer : List.of(streamed, whole)) {
                assertThat(answer.finishReason()).isEqualTo(FinishReason.TOOL_CALLS);
                assertThat(answer.text()).isBlank();
                assertThat(answer.toolCalls()).singleElement().satisfies(found -> {
                    assertThat(found.id()).isNotBlank();
                    assertThat(found.name()).isEqualTo("weather");
                    assertThat(Json.parse("arguments", found.arguments()))
                            .isEqualTo(Json.parse("arguments", "{\"city\":\"Köln\"}"));
                });
            }
            assertThat(server.requests()).hasSize(2).allSatisfy(request -> assertThat(request.body())
                    .contains("rain", "Tells the weather.", "\"city\"", "\"enum\"", "\"required\""));
        }
    }

    /** Several at once, as Ollama writes them: without numbers, and without ids. */
    @Test
    void tellsSeveralToolsApart() {
        try (ProviderServer server = ProviderServer.start()) {
            String calls = """
                    {"model":"m","message":{"role":"assistant","content":"","tool_calls":[
                    {"function":{"name":"a","arguments":{"x":1}}},{"function":{"name":"b","arguments":{"y":2}}}]},"done":false}
                    """.replace("\n", "");
            String end =
                    "{\"model\":\"m\",\"message\":{\"role\":\"assistant\",\"content\":\"\"},\"done\":true,\"done_reason\":\"stop\"}";
            server.next(Reply.of(200, "application/x-ndjson", List.of(calls + "\n", end + "\n")));

            ModelAnswer answer = Asking.answered(Asking.endpoint(server, ProviderKind.OLLAMA));

            assertThat(answer.finishReason()).isEqualTo(FinishReason.TOOL_CALLS);
            assertThat(answer.toolCalls())
                    .extracting(ToolRequest::id, ToolRequest::name, ToolRequest::arguments)
                    .containsExactly(tuple("call_1", "a", "{\"x\":1}"), tuple("call_2", "b", "{\"y\":2}"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void saysWhyAnAnswerEnded(ProviderKind kind) {
        try (ProviderServer server = ProviderServer.start()) {
            ModelEndpoint endpoint = Asking.endpoint(server, kind);
            server.says(Said.text("cut").finishing("length"));

            assertThat(Asking.complete(endpoint).finishReason()).isEqualTo(FinishReason.LENGTH);
            assertThat(Asking.answered(endpoint))
                    .extracting(ModelAnswer::finishReason)
                    .isEqualTo(FinishReason.LENGTH);

            if (kind != ProviderKind.OLLAMA) {
                server.says(Said.text("no").finishing("content_filter"));
                assertThat(Asking.complete(endpoint).finishReason()).isEqualTo(FinishReason.CONTENT_FILTER);
                assertThat(Asking.answered(endpoint))
                        .extracting(ModelAnswer::finishReason)
                        .isEqualTo(FinishReason.CONTENT_FILTER);
            }
        }
    }

    /** Where reasoning is told apart; it is priced once, wherever it is counted. */
    @Test
    void countsReasoningOnce() {
        try (ProviderServer server = ProviderServer.start()) {
            server.says(Said.text("42").having(10, 50, 40));
            ModelUsage openAi = Asking.complete(Asking.endpoint(server, ProviderKind.OPENAI))
                    .usage();
            ModelUsage gemini = Asking.answered(Asking.endpoint(server, ProviderKind.GEMINI))
                    .usage();

            assertThat(openAi).isEqualTo(new ModelUsage(10, 50, 40, true));
            assertThat(requireNonNull(openAi).output()).isEqualTo(50);
            assertThat(gemini).isEqualTo(new ModelUsage(10, 50, 40, false));
            assertThat(requireNonNull(gemini).output()).isEqualTo(90);
        }
    }

    @ParameterizedTest
    @EnumSource
    void listsModelsByName(ProviderKind kind) {
        try (ProviderServer server = ProviderServer.start()) {
            server.offers("zeta", "alpha");
            List<OfferedModel> models = Asking.PROVIDER.models(Asking.endpoint(server, kind), new Cancellation());

            assertThat(models)
                    .extracting(OfferedModel::id)
                    .isEqualTo(kind == ProviderKind.AZURE_OPENAI ? List.of("ours") : List.of("alpha", "zeta"));
        }
    }

    @Test
    void listsEveryPage() {
        try (ProviderServer server = ProviderServer.start()) {
            server.answering(request -> Reply.json(
                    200,
                    request.query().contains("after_id=b")
                            ? "{\"data\":[{\"id\":\"c\"}],\"has_more\":false,\"last_id\":\"c\"}"
                            : "{\"data\":[{\"id\":\"a\"},{\"id\":\"b\"}],\"has_more\":true,\"last_id\":\"b\"}"));

            assertThat(Asking.PROVIDER.models(Asking.endpoint(server, ProviderKind.ANTHROPIC), new Cancellation()))
                    .extracting(OfferedModel::id)
                    .containsExactly("a", "b", "c");
        }
    }

    @ParameterizedTest
    @EnumSource
    void asksAsTheProviderWantsIt(ProviderKind kind) {
        try (ProviderServer server = ProviderServer.start()) {
            Asking.complete(Asking.endpoint(server, kind));
            Asking.PROVIDER.check(Asking.endpoint(server, kind), new Cancellation());

            assertThat(server.requests()).hasSize(2).allSatisfy(request -> {
                String header =
                        switch (kind) {
                            case AZURE_OPENAI -> "api-key";
                            case ANTHROPIC -> "x-api-key";
                            case GEMINI -> "x-goog-api-key";
                            default -> "authorization";
                        };
                assertThat(request.header(header).orElseThrow())
                        .isEqualTo(header.equals("authorization") ? "Bearer " + Asking.KEY : Asking.KEY);
                assertThat(request.query()).doesNotContain(Asking.KEY);
            });
            Request asked = server.requests().getFirst();
            switch (kind) {
                case AZURE_OPENAI -> {
                    assertThat(asked.path()).isEqualTo("/openai/deployments/ours/chat/completions");
                    assertThat(asked.query()).isEqualTo("api-version=2024-10-21");
                    assertThat(asked.body().replaceAll("\\s", "")).contains("\"max_completion_tokens\":256");
                }
                case OPENAI -> assertThat(asked.body().replaceAll("\\s", "")).contains("\"max_completion_tokens\":256");
                case OPENROUTER, OPENAI_COMPATIBLE ->
                    assertThat(asked.body().replaceAll("\\s", ""))
                            .contains("\"max_tokens\":256", "\"temperature\":0.7");
                case ANTHROPIC ->
                    assertThat(asked.body().replaceAll("\\s", ""))
                            .contains("\"max_tokens\":256", "\"system\":[{\"type\":\"text\",\"text\":\"Bebrief.\"");
                case GEMINI -> assertThat(asked.body().replaceAll("\\s", "")).contains("\"maxOutputTokens\":256");
                case OLLAMA -> assertThat(asked.body().replaceAll("\\s", "")).contains("\"num_predict\":256");
            }
        }
    }

    /** OpenAI's newest models refuse a temperature. */
    @Test
    void sendsNoTemperatureToModelsThatTakeNone() {
        try (ProviderServer server = ProviderServer.start()) {
            ModelEndpoint endpoint = Asking.endpoint(server, ProviderKind.OPENAI);
            for (String model : List.of("gpt-5-mini", "o3", "gpt-4o")) {
                Asking.PROVIDER.complete(
                        endpoint,
                        new ModelQuestion(
                                model, List.of(new ModelMessage.OfUser("?")), 256, new BigDecimal("0.7"), List.of()),
                        new Cancellation());
            }

            assertThat(server.requests())
                    .extracting(request -> request.body().contains("temperature"))
                    .containsExactly(false, false, true);
        }
    }
}
