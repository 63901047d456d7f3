package dev.atlas.application.tools;

import dev.atlas.domain.Json;
import org.jspecify.annotations.Nullable;

/**
 * What came of a call.
 *
 * @param content JSON, as the model is told; of a failure its code and a sentence, never what an exception says
 * @param code why it failed, stable and dotted; absent if it succeeded
 */
public record ToolResult(String content, @Nullable String code) {

    static ToolResult of(Json found) {
        return new ToolResult(found.text(), null);
    }

    static ToolResult failed(String code, String message) {
        Json.Obj error = new Facts().with("code", code).with("message", message).object();
        return new ToolResult(new Facts().with("error", error).object().text(), code);
    }

    public boolean succeeded() {
        return code == null;
    }
}
