package dev.atlas.platforms.markup;

/**
 * One card, which is the whole of a message.
 *
 * @param json an Adaptive Card 1.4 of at most {@value TeamsCards#LARGEST} bytes in UTF-8
 * @param plain what is shown where there is no room for a card, as in notifications
 */
public record TeamsCard(String json, String plain) {}
