package dev.atlas.platformwire;

/**
 * A message of the bot that arrived.
 *
 * @param text as it is read, without tags
 * @param parseMode empty if it has none
 * @param replyTo 0 if it answers none
 */
public record TelegramSent(long chat, long messageId, String text, String parseMode, long replyTo) {}
