package dev.atlas.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model says.
 *
 * @param pieces of its text, as they are streamed
 * @param tool a tool it wants called, with its arguments in JSON
 * @param finish why it stops, in the words of OpenAI: stop, length, tool_calls, content_filter
 */
public record Said(List<String> pieces, @Nullable Tool tool, String finish, int prompt, int completion, int reasoning) {

    /** A call of a tool. */
    public record Tool(String id, String name, String arguments) {}

    public Said {
        pieces = List.copyOf(pieces);
    }

    /** A text of these pieces, which took 12 tokens and one for each piece. */
    public static Said text(String... pieces) {
        return new Said(List.of(pieces), null, "stop", 12, pieces.length, 0);
    }

    /** Nothing but a tool it wants called. */
    public static Said tool(String id, String name, String arguments) {
        return new Said(List.of(), new Tool(id, name, arguments), "tool_calls", 30, 9, 0);
    }

    public Said having(int prompt, int completion, int reasoning) {
        return new Said(pieces, tool, finish, prompt, completion, reasoning);
    }

    public Said finishing(String finish) {
        return new Said(pieces, tool, finish, prompt, completion, reasoning);
    }

    public String text() {
        return String.join("", pieces);
    }
}
