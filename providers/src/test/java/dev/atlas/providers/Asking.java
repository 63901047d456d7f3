package dev.atlas.providers;

import dev.atlas.application.providers.Cancellation;
import dev.atlas.application.providers.ModelAnswer;
import dev.atlas.application.providers.ModelEndpoint;
import dev.atlas.application.providers.ModelEvent;
import dev.atlas.application.providers.ModelMessage;
import dev.atlas.application.providers.ModelQuestion;
import dev.atlas.application.providers.ProviderFailure;
import dev.atlas.application.providers.ProviderProblem;
import dev.atlas.domain.providers.ProviderKind;
import dev.atlas.domain.providers.ProviderLimits;
import dev.atlas.wire.AnthropicForm;
import dev.atlas.wire.Form;
import dev.atlas.wire.GeminiForm;
import dev.atlas.wire.OllamaForm;
import dev.atlas.wire.OpenAiForm;
import dev.atlas.wire.ProviderServer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Providers on a server of this test, and questions to them. */
final class Asking {

    static final String KEY = "sk-secret-of-this-test";
    static final String MODEL = "model-a";

    /** Tests wait for nothing but what is asked for in whole seconds. */
    static final HttpModelProvider PROVIDER = new HttpModelProvider(
            new Backoff(Duration.ofMillis(1), Duration.ofMillis(2), RandomGenerator.getDefault()));

    private Asking() {}

    static ModelEndpoint endpoint(ProviderServer server, ProviderKind kind) {
        return endpoint(server, kind, new ProviderLimits(2, 20, 20, 30, 2, 1000));
    }

    static ModelEndpoint endpoint(ProviderServer server, ProviderKind kind, ProviderLimits limits) {
        String path =
                switch (kind) {
                    case OPENAI, ANTHROPIC, OPENROUTER, OPENAI_COMPATIBLE -> "/v1";
                    case GEMINI -> "/v1beta";
                    case AZURE_OPENAI, OLLAMA -> "";
                };
        ModelEndpoint.Azure azure =
                kind == ProviderKind.AZURE_OPENAI ? new ModelEndpoint.Azure("ours", "2024-10-21") : null;
        return new ModelEndpoint(kind.id(), kind, server.address(path), KEY, azure, limits);
    }

    static Form form(ProviderKind kind) {
        return switch (kind) {
            case OPENAI, AZURE_OPENAI, OPENROUTER, OPENAI_COMPATIBLE -> new OpenAiForm();
            case ANTHROPIC -> new AnthropicForm();
            case GEMINI -> new GeminiForm();
            case OLLAMA -> new OllamaForm();
        };
    }

    static ModelQuestion question() {
        return new ModelQuestion(
                MODEL,
                List.of(new ModelMessage.Instruction("Be brief."), new ModelMessage.OfUser("Who is there?")),
                256,
                new BigDecimal("0.7"),
                List.of());
    }

    static ModelAnswer complete(ModelEndpoint endpoint) {
        return PROVIDER.complete(endpoint, question(), new Cancellation());
    }

    /**
     * What came of a stream.
     *
     * @param answer null if it failed
     * @param problem null if it did not
     */
    record Streamed(
            List<ModelEvent> events,
            @Nullable ModelAnswer answer,
            @Nullable ProviderProblem problem) {

        String text() {
            StringBuilder text = new StringBuilder();
            for (ModelEvent event : events) {
                if (event instanceof ModelEvent.Text(String piece)) {
                    text.append(piece);
                }
            }
            return text.toString();
        }
    }

    /** The answer to a stream that comes to its end. */
    static ModelAnswer answered(ModelEndpoint endpoint) {
        return PROVIDER.stream(endpoint, question(), event -> {}, new Cancellation());
    }

    static Streamed stream(ModelEndpoint endpoint) {
        List<ModelEvent> events = new ArrayList<>();
        try {
            return new Streamed(events, PROVIDER.stream(endpoint, question(), events::add, new Cancellation()), null);
        } catch (ProviderFailure e) {
            return new Streamed(events, null, e.problem());
        }
    }
}
