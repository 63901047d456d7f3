package dev.atlas.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the server was asked.
 *
 * @param headers by name in lower case
 */
public record Request(String method, String path, String query, Map<String, List<String>> headers, String body) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name)).map(List::getFirst);
    }

    /** True if it asks for a stream. */
    public boolean streams() {
        return path.endsWith(":streamGenerateContent") || body.replace(" ", "").contains("\"stream\":true");
    }

    /** How whoever is asked by this path writes. */
    public Form form() {
        return path.endsWith("/messages") || headers.containsKey("anthropic-version")
                ? new AnthropicForm()
                : path.contains("/v1beta/")
                        ? new GeminiForm()
                        : path.contains("/api/") ? new OllamaForm() : new OpenAiForm();
    }

    /** The model that is asked for. */
    public String model() {
        int named = path.lastIndexOf("/models/");
        if (named >= 0 && path.indexOf(':') > named) {
            return path.substring(named + "/models/".length(), path.lastIndexOf(':'));
        }
        String members = body.replaceAll("\\s", "");
        int at = members.indexOf("\"model\":\"");
        return at < 0 ? "" : members.substring(at + 9, members.indexOf('"', at + 9));
    }
}
