package dev.atlas.application.providers;

import java.util.List;

/** One turn of what a model is told. */
public sealed interface ModelMessage {

    /** Characters of its text, and of the arguments in it. */
    default long length() {
        return switch (this) {
            case Instruction(String text) -> text.length();
            case OfUser(String text) -> text.length();
            case OfModel(String text, List<ToolRequest> calls) ->
                text.length()
                        + calls.stream()
                                .mapToLong(call -> call.arguments().length())
                                .sum();
            case OfTool(String callId, String tool, String text) -> text.length();
        };
    }

    /** How it shall behave. */
    record Instruction(String text) implements ModelMessage {}

    record OfUser(String text) implements ModelMessage {}

    /**
     * What the model said before.
     *
     * @param text blank if it only asked for tools
     */
    record OfModel(String text, List<ToolRequest> toolCalls) implements ModelMessage {
        public OfModel {
            toolCalls = List.copyOf(toolCalls);
        }
    }

    /** What a tool answered to the call of this id. */
    record OfTool(String callId, String tool, String text) implements ModelMessage {}
}
