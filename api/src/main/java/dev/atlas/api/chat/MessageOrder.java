package dev.atlas.api.chat;

/** From which end of a chat its messages are read. */
public enum MessageOrder {
    OLDEST_FIRST,
    NEWEST_FIRST
}
