package dev.atlas.application.providers;

/** A piece of an answer. */
public sealed interface ModelEvent {

    /** Some of its text, never empty. */
    record Text(String text) implements ModelEvent {}

    /** A tool the model wants called, complete. */
    record ToolCalled(ToolCall call) implements ModelEvent {}
}
