package dev.atlas.api.chat;

import dev.atlas.api.http.View;
import dev.atlas.application.providers.ModelEvent;
import dev.atlas.application.providers.ToolRequest;
import dev.atlas.domain.InvalidValue;
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

    /** One that is about to be made. */
    static ToolCallView running(ToolRequest call) {
        return new ToolCallView(call.id(), call.name(), ToolCallStatus.RUNNING, arguments(call.arguments()), null);
    }

    /** One that was made. */
    static ToolCallView of(ModelEvent.ToolAnswered answered) {
        ToolCallStatus status = answered.succeeded() ? ToolCallStatus.SUCCESS : ToolCallStatus.ERROR;
        return new ToolCallView(answered.call().id(), answered.call().name(), status, null, answered.result());
    }

    /** Absent if they are none. */
    private static @Nullable Json arguments(String written) {
        try {
            return Json.parse("arguments", written);
        } catch (InvalidValue e) {
            return null;
        }
    }

    static ToolCallView of(ToolCall call) {
        return new ToolCallView(call.id(), call.name(), call.status(), call.arguments(), call.result());
    }
}
