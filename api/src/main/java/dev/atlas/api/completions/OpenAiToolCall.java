package dev.atlas.api.completions;

import dev.atlas.api.http.View;
import dev.atlas.application.providers.ToolRequest;
import org.jspecify.annotations.Nullable;

/**
 * A tool the model wants called.
 *
 * @param index its place among those of an answer that is streamed
 * @param type always {@code function}
 */
@View
public record OpenAiToolCall(@Nullable Integer index, String id, String type, OpenAiFunction function) {

    /** What is called, with its arguments in JSON, as the model wrote them. */
    @View
    public record OpenAiFunction(String name, String arguments) {}

    static OpenAiToolCall of(@Nullable Integer index, ToolRequest call) {
        return new OpenAiToolCall(index, call.id(), "function", new OpenAiFunction(call.name(), call.arguments()));
    }
}
