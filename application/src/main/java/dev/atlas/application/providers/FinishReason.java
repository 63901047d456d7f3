package dev.atlas.application.providers;

/** Why an answer ended. */
public enum FinishReason {
    /** The model had said all. */
    STOP,
    /** It may not become longer. */
    LENGTH,
    /** It waits for tools. */
    TOOL_CALLS,
    /** The provider held the rest back. */
    CONTENT_FILTER,
    /** Anything else a provider may say. */
    OTHER
}
