package dev.atlas.api.chat;

import dev.atlas.api.http.View;
import dev.atlas.domain.Json;
import dev.atlas.domain.chat.ToolCall;
import dev.atlas.domain.chat.ToolCallStatus;
import org.jspecify.annotations.Nullable;

/** What a model asked of a tool, and what came of it. */
@View
public record ToolCallView(
        String toolCallId,
        String toolName,
        ToolCallStatus status,
        @Nullable Json arguments,
        @Nullable String result) {

    static ToolCallView of(ToolCall call) {
        return new ToolCallView(call.id(), call.name(), call.status(), call.arguments(), call.result());
    }
}
