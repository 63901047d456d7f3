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

    /** There is none of that name for the caller. */
    public static final ToolResult UNKNOWN = failed("tool.unknown", "There is no such tool.");

    /** Nobody wants it any more. */
    public static final ToolResult CANCELLED = failed("tool.cancelled", "The turn was cancelled.");

    /** It was begun, and its node did not live to tell what came of it. */
    public static final ToolResult LOST = failed("tool.lost", "What came of the call is not known.");

    /** Whoever was to approve of it did not. */
    public static final ToolResult REFUSED = failed("tool.refused", "The user refused this call.");

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
