package dev.atlas.application.providers;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model is asked.
 *
 * @param messages oldest first, at least one
 * @param maxTokens how long the answer may become
 * @param temperature absent for the model's own; left out where a model is known to take none
 * @param tools what the model may ask to be called
 * @param toolRequired true if it must ask for one of them
 */
public record ModelQuestion(
        String model,
        List<ModelMessage> messages,
        int maxTokens,
        @Nullable BigDecimal temperature,
        List<ToolOffer> tools,
        boolean toolRequired) {

    public ModelQuestion {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("nothing is asked");
        }
    }

    /** Where the model may answer without a tool. */
    public ModelQuestion(
            String model,
            List<ModelMessage> messages,
            int maxTokens,
            @Nullable BigDecimal temperature,
            List<ToolOffer> tools) {
        this(model, messages, maxTokens, temperature, tools, false);
    }
}
