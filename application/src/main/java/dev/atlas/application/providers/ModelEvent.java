package dev.atlas.application.providers;

/** A piece of an answer. */
public sealed interface ModelEvent {

    /** Some of its text, never empty. */
    record Text(String text) implements ModelEvent {}

    /** A tool the model wants called, complete. */
    record ToolCalled(ToolRequest call) implements ModelEvent {}

    /**
     * What a tool of Atlas answered; no provider tells it, only a turn in which tools are called.
     *
     * @param result JSON, as the model is told
     */
    record ToolAnswered(ToolRequest call, String result, boolean succeeded) implements ModelEvent {}
}
