package dev.atlas.platformwire;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A message of the bot that arrived.
 *
 * @param thread empty if it is in none
 * @param blocks missing if it has none
 */
public record SlackPosted(String channel, String timestamp, String thread, String text, JsonNode blocks) {}
