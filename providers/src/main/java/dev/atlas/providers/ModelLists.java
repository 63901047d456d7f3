package dev.atlas.providers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atlas.application.providers.ModelEndpoint;
import dev.atlas.application.providers.ModelEndpoint.Azure;
import dev.atlas.application.providers.OfferedModel;
import dev.atlas.application.providers.ProviderFailure;
import dev.atlas.application.providers.ProviderProblem;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lists models, page by page: what LangChain4j has for it asks for the first page alone. The path, the form and the pages are
 * those of the providers' API references.
 */
record ModelLists(Channel channel, Call call) {

    private static final int MOST_PAGES = 20;
    private static final int LONGEST_NAME = 128;

    List<OfferedModel> all() {
        List<OfferedModel> models = new ArrayList<>();
        String page = null;
        for (int i = 0; i < MOST_PAGES; i++) {
            JsonNode answer = get(first() + (page == null ? "" : page));
            items(answer).forEach(item -> add(models, item));
            page = next(answer);
            if (page == null) {
                break;
            }
        }
        Azure azure = call.endpoint().azure();
        if (azure != null) {
            return List.of(new OfferedModel(azure.deployment(), null, null));
        }
        return models.stream().sorted(Comparator.comparing(OfferedModel::id)).toList();
    }

    /** OpenRouter shows its models to everybody, so there the key itself is asked about. */
    void check() {
        switch (call.endpoint().kind()) {
            case OPENROUTER -> get(path("key"));
            default -> items(get(first()));
        }
    }

    private String first() {
        ModelEndpoint endpoint = call.endpoint();
        return switch (endpoint.kind()) {
            case OPENAI, OPENROUTER, OPENAI_COMPATIBLE -> path("models");
            case AZURE_OPENAI -> {
                Azure azure = Objects.requireNonNull(endpoint.azure());
                yield path("openai/models") + "?api-version=" + encoded(azure.apiVersion());
            }
            case ANTHROPIC -> path("models") + "?limit=1000";
            case GEMINI -> path("models") + "?pageSize=1000";
            case OLLAMA -> path("api/tags");
        };
    }

    private String path(String path) {
        return Addresses.under(call.endpoint().address().toString(), path);
    }

    private @Nullable String next(JsonNode answer) {
        return switch (call.endpoint().kind()) {
            case ANTHROPIC ->
                answer.path("has_more").asBoolean() && answer.path("last_id").isTextual()
                        ? "&after_id=" + encoded(answer.path("last_id").textValue())
                        : null;
            case GEMINI ->
                answer.path("nextPageToken").isTextual()
                        ? "&pageToken=" + encoded(answer.path("nextPageToken").textValue())
                        : null;
            default -> null;
        };
    }

    private JsonNode items(JsonNode answer) {
        JsonNode items =
                switch (call.endpoint().kind()) {
                    case GEMINI, OLLAMA -> answer.path("models");
                    default -> answer.path("data");
                };
        if (!items.isArray()) {
            throw new ProviderFailure(new ProviderProblem.Unreadable());
        }
        return items;
    }

    private void add(List<OfferedModel> models, JsonNode item) {
        boolean named = item.path("name").isTextual();
        String id =
                switch (call.endpoint().kind()) {
                    case GEMINI -> item.path("name").asText().replaceFirst("^models/", "");
                    case OLLAMA -> item.path("name").asText();
                    default -> item.path("id").asText();
                };
        boolean answers = !item.has("supportedGenerationMethods")
                || item.path("supportedGenerationMethods").toString().contains("\"generateContent\"");
        if (id.isBlank() || id.length() > LONGEST_NAME || !answers) {
            return;
        }
        String label =
                switch (call.endpoint().kind()) {
                    case ANTHROPIC -> item.path("display_name").textValue();
                    case GEMINI -> item.path("displayName").textValue();
                    case OPENROUTER -> named ? item.path("name").textValue() : null;
                    default -> null;
                };
        JsonNode context = item.has("context_length") ? item.path("context_length") : item.path("inputTokenLimit");
        models.add(new OfferedModel(id, label, context.canConvertToLong() ? context.longValue() : null));
    }

    private JsonNode get(String address) {
        HttpRequest.Builder request = Requests.to(URI.create(address)).GET();
        ModelEndpoint endpoint = call.endpoint();
        String key = endpoint.key();
        try {
            Clients.headers(endpoint).forEach(request::setHeader);
            if (key != null) {
                switch (endpoint.kind()) {
                    case ANTHROPIC -> request.setHeader("x-api-key", key).setHeader("anthropic-version", "2023-06-01");
                    case GEMINI -> request.setHeader("x-goog-api-key", key);
                    case OPENAI, OPENROUTER, OPENAI_COMPATIBLE -> request.setHeader("Authorization", "Bearer " + key);
                    default -> {}
                }
            }
        } catch (IllegalArgumentException e) {
            throw new ProviderFailure(new ProviderProblem.KeyRefused());
        }
        return Transport.parsed(
                new Transport(channel, call).whole(new Exchange(channel, call).answered(request.build(), false)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
