package dev.atlas.platforms.telegram;

/**
 * Who the bot is.
 *
 * @param username without a sign before it
 */
public record TelegramBot(long id, String username, String name) {}
