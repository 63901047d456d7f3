package dev.atlas.application.providers;

import java.util.List;

/** One turn of what a model is told. */
public sealed interface ModelMessage {

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
