package dev.atlas.application.providers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model answered.
 *
 * @param text blank if it said nothing
 * @param usage absent if the provider did not tell
 * @param model what it says answered, which may be more exact than what was asked for
 * @param generationId how the provider calls the answer
 */
public record ModelAnswer(
        String text,
        List<ToolRequest> toolCalls,
        FinishReason finishReason,
        @Nullable ModelUsage usage,
        @Nullable String model,
        @Nullable String generationId) {

    public ModelAnswer {
        toolCalls = List.copyOf(toolCalls);
    }
}
