package dev.atlas.domain.chat;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.Text;
import dev.atlas.domain.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a model asked of a tool, and what came of it.
 *
 * @param id as the model calls it, at most 128 code points
 * @param name of the tool, at most 128 code points
 * @param arguments what the tool was given, usually an object; at most {@value #LONGEST} characters as JSON
 * @param result what the model was told, at most {@value #LONGEST} code points; whoever has more cuts it
 */
public record ToolCall(
        String id,
        String name,
        ToolCallStatus status,
        @Nullable Json arguments,
        @Nullable String result) {

    /** So that a message with as many calls as there may be is well within a document of MongoDB. */
    public static final int LONGEST = 10_000;

    /** Code points of an id. */
    public static final int LONGEST_ID = 128;

    private static final int LONGEST_NAME = 128;

    public ToolCall {
        id = Text.required("tool_call_id", id, LONGEST_ID);
        name = Text.required("tool_name", name, LONGEST_NAME);
        if (arguments != null && arguments.text().length() > LONGEST) {
            throw new InvalidValue("arguments", "must have at most " + LONGEST + " characters as JSON");
        }
        result = Text.storableOrNull("result", result, LONGEST);
    }

    /** This call, further on. */
    public ToolCall in(ToolCallStatus other, @Nullable String told) {
        return new ToolCall(id, name, other, arguments, told);
    }

    /** This list as rows and exports have it. */
    public static Json.Arr json(List<ToolCall> calls) {
        return new Json.Arr(calls.stream().<Json>map(ToolCall::json).toList());
    }

    /** The reverse of {@link #json}. Throws {@link InvalidValue} if it is no such list. */
    public static List<ToolCall> of(Json json) {
        if (json instanceof Json.Arr(List<Json> items)) {
            return items.stream().map(ToolCall::one).toList();
        }
        throw new InvalidValue("tool_calls", "must be a list");
    }

    private Json json() {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put("tool_call_id", new Json.Str(id));
        members.put("tool_name", new Json.Str(name));
        members.put("status", new Json.Str(Words.of(status)));
        if (arguments != null) {
            members.put("arguments", arguments);
        }
        if (result != null) {
            members.put("result", new Json.Str(result));
        }
        return new Json.Obj(members);
    }

    private static ToolCall one(Json json) {
        if (!(json instanceof Json.Obj(SequencedMap<String, Json> members))) {
            throw new InvalidValue("tool_calls", "must be a list of objects");
        }
        return new ToolCall(
                text(members, "tool_call_id"),
                text(members, "tool_name"),
                status(text(members, "status")),
                members.get("arguments"),
                members.containsKey("result") ? text(members, "result") : null);
    }

    private static ToolCallStatus status(String word) {
        for (ToolCallStatus status : ToolCallStatus.values()) {
            if (Words.of(status).equals(word)) {
                return status;
            }
        }
        throw new InvalidValue("status", "must be pending, running, success, error or refused");
    }

    private static String text(SequencedMap<String, Json> members, String name) {
        if (members.get(name) instanceof Json.Str(String text)) {
            return text;
        }
        throw new InvalidValue(name, "must be a text");
    }
}
