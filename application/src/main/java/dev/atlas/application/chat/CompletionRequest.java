package dev.atlas.application.chat;

import dev.atlas.application.providers.ModelMessage;
import dev.atlas.application.providers.ToolOffer;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Text;
import dev.atlas.domain.providers.ChatDefaults;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that its client keeps, and how it shall go on.
 *
 * @param model one of the usual provider's, or of another one named before a slash, as {@code anthropic/claude-sonnet-4-5}
 * @param messages oldest first, at least one
 * @param maxTokens absent for the usual length; from 1, as clients also ask for a single word
 * @param temperature absent for the usual one
 * @param tools what the client can call if the model asks for it
 * @param toolRequired true if the model must ask for one of them
 */
public record CompletionRequest(
        String model,
        List<ModelMessage> messages,
        @Nullable Integer maxTokens,
        @Nullable BigDecimal temperature,
        List<ToolOffer> tools,
        boolean toolRequired) {

    public CompletionRequest {
        model = Text.required("model", model, 160);
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        if (messages.isEmpty()) {
            throw new InvalidValue("messages", "must not be empty");
        }
        if (maxTokens != null && (maxTokens < 1 || maxTokens > ChatDefaults.MOST_TOKENS)) {
            throw new InvalidValue("max_tokens", "must be between 1 and " + ChatDefaults.MOST_TOKENS);
        }
        if (temperature != null) {
            ChatDefaults.temperature("temperature", temperature);
        }
    }
}
