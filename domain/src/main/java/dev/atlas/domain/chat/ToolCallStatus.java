package dev.atlas.domain.chat;

/** How far a tool has come with what a model asked of it. */
public enum ToolCallStatus {
    RUNNING,
    SUCCESS,
    ERROR
}
