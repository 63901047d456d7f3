package dev.atlas.platforms.slack;

/**
 * Who the bot is.
 *
 * @param userId with which it is mentioned
 * @param team the workspace
 */
public record SlackBot(String userId, String name, String team) {}
