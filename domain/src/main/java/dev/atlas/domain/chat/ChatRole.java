package dev.atlas.domain.chat;

/** Whose words a message holds. */
public enum ChatRole {
    /** The owner's. */
    USER,
    /** The model's. */
    ASSISTANT,
    /** What the model is told beforehand. */
    SYSTEM,
    /** What a tool answered to the model. */
    TOOL
}
