package dev.atlas.providers;

import dev.atlas.application.providers.ModelEndpoint;
import dev.atlas.application.providers.ModelEndpoint.Azure;
import dev.atlas.application.providers.ModelQuestion;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiChatModel;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** LangChain4j's client of each provider, for one call. */
final class Clients {

    /** Attempts are repeated by {@link Exchange}, which knows when. */
    private static final int NO_RETRIES = 0;

    /**
     * Models that think take no temperature but their own, and refuse requests that name one. Source: OpenAI, reasoning
     * models.
     */
    private static final Pattern THINKING = Pattern.compile("(?:.*/)?(?:o[0-9]|gpt-5)(?:[.-].*)?");

    private Clients() {}

    static ChatModel model(ModelEndpoint endpoint, ModelQuestion question, HttpClientBuilder transport) {
        return switch (endpoint.kind()) {
            case OPENAI, AZURE_OPENAI, OPENROUTER, OPENAI_COMPATIBLE ->
                new OpenAiChatModel.OpenAiChatModelBuilder()
                        .httpClientBuilder(transport)
                        .baseUrl(base(endpoint))
                        .apiKey(bearer(endpoint))
                        .customHeaders(headers(endpoint))
                        .customQueryParams(parameters(endpoint))
                        .modelName(question.model())
                        .temperature(temperature(question))
                        .maxTokens(saysCompletion(endpoint) ? null : question.maxTokens())
                        .maxCompletionTokens(saysCompletion(endpoint) ? question.maxTokens() : null)
                        .maxRetries(NO_RETRIES)
                        .build();
            case ANTHROPIC ->
                AnthropicChatModel.builder()
                        .httpClientBuilder(transport)
                        .baseUrl(base(endpoint))
                        .apiKey(Objects.requireNonNullElse(endpoint.key(), ""))
                        .modelName(question.model())
                        .temperature(temperature(question, 1))
                        .maxTokens(question.maxTokens())
                        .maxRetries(NO_RETRIES)
                        .build();
            case GEMINI ->
                GoogleAiGeminiChatModel.builder()
                        .httpClientBuilder(transport)
                        .baseUrl(base(endpoint))
                        .apiKey(endpoint.key())
                        .modelName(question.model())
                        .temperature(temperature(question))
                        .maxOutputTokens(question.maxTokens())
                        .returnThinking(false)
                        .maxRetries(NO_RETRIES)
                        .build();
            case OLLAMA ->
                new OllamaChatModel.OllamaChatModelBuilder()
                        .httpClientBuilder(transport)
                        .baseUrl(base(endpoint))
                        .customHeaders(headers(endpoint))
                        .modelName(question.model())
                        .temperature(temperature(question))
                        .numPredict(question.maxTokens())
                        .maxRetries(NO_RETRIES)
                        .build();
        };
    }

    static StreamingChatModel streaming(ModelEndpoint endpoint, ModelQuestion question, HttpClientBuilder transport) {
        return switch (endpoint.kind()) {
            case OPENAI, AZURE_OPENAI, OPENROUTER, OPENAI_COMPATIBLE ->
                new OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder()
                        .httpClientBuilder(transport)
                        .baseUrl(base(endpoint))
                        .apiKey(bearer(endpoint))
                        .customHeaders(headers(endpoint))
                        .customQueryParams(parameters(endpoint))
                        .modelName(question.model())
                        .temperature(temperature(question))
                        .maxTokens(saysCompletion(endpoint) ? null : question.maxTokens())
                        .maxCompletionTokens(saysCompletion(endpoint) ? question.maxTokens() : null)
                        .build();
            case ANTHROPIC ->
                AnthropicStreamingChatModel.builder()
                        .httpClientBuilder(transport)
                        .baseUrl(base(endpoint))
                        .apiKey(Objects.requireNonNullElse(endpoint.key(), ""))
                        .modelName(question.model())
                        .temperature(temperature(question, 1))
                        .maxTokens(question.maxTokens())
                        .build();
            case GEMINI ->
                GoogleAiGeminiStreamingChatModel.builder()
                        .httpClientBuilder(transport)
                        .baseUrl(base(endpoint))
                        .apiKey(endpoint.key())
                        .modelName(question.model())
                        .temperature(temperature(question))
                        .maxOutputTokens(question.maxTokens())
                        .returnThinking(false)
                        .build();
            case OLLAMA ->
                new OllamaStreamingChatModel.OllamaStreamingChatModelBuilder()
                        .httpClientBuilder(transport)
                        .baseUrl(base(endpoint))
                        .customHeaders(headers(endpoint))
                        .modelName(question.model())
                        .temperature(temperature(question))
                        .numPredict(question.maxTokens())
                        .build();
        };
    }

    /** Azure's requests go to a deployment, which names the model. Source: Azure OpenAI REST API reference. */
    private static String base(ModelEndpoint endpoint) {
        String address = endpoint.address().toString();
        Azure azure = endpoint.azure();
        return azure == null ? address : Addresses.under(address, "openai/deployments/" + azure.deployment());
    }

    private static Map<String, String> parameters(ModelEndpoint endpoint) {
        Azure azure = endpoint.azure();
        return azure == null ? Map.of() : Map.of("api-version", azure.apiVersion());
    }

    /** Azure takes the key in a header of its own. */
    private static @Nullable String bearer(ModelEndpoint endpoint) {
        return endpoint.azure() == null ? endpoint.key() : null;
    }

    static Map<String, String> headers(ModelEndpoint endpoint) {
        String key = endpoint.key();
        Map<String, String> headers = new HashMap<>();
        if (key != null) {
            switch (endpoint.kind()) {
                case AZURE_OPENAI -> headers.put("api-key", key);
                case OLLAMA -> headers.put("Authorization", "Bearer " + key);
                default -> {}
            }
        }
        return headers;
    }

    /** Where {@code max_tokens} is deprecated and refused by newer models. Others do not know the newer name. */
    private static boolean saysCompletion(ModelEndpoint endpoint) {
        return switch (endpoint.kind()) {
            case OPENAI, AZURE_OPENAI -> true;
            default -> false;
        };
    }

    private static @Nullable Double temperature(ModelQuestion question) {
        return temperature(question, 2);
    }

    /** @param hottest what the provider takes at most; Anthropic's scale ends at 1 */
    private static @Nullable Double temperature(ModelQuestion question, double hottest) {
        if (question.temperature() == null || THINKING.matcher(question.model()).matches()) {
            return null;
        }
        return Math.min(hottest, question.temperature().doubleValue());
    }
}
