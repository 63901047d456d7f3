package dev.atlas.platforms.markup;

/**
 * One message of blocks.
 *
 * @param blocks an array in JSON of at most {@value SlackBlocks#MOST_BLOCKS} blocks
 * @param text what is shown where there is no room for blocks, as in notifications; escaped as Slack wants it
 */
public record SlackMessage(String blocks, String text) {}
