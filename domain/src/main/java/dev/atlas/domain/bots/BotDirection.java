package dev.atlas.domain.bots;

/** Who said something: somebody to the bot, or the bot. */
public enum BotDirection {
    INBOUND,
    OUTBOUND
}
