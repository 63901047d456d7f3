package dev.atlas.platformwire;

import com.fasterxml.jackson.databind.JsonNode;

/** Which blocks Slack takes. Source: Slack, reference of blocks. */
final class SlackRules {

    private SlackRules() {}

    static boolean take(JsonNode blocks) {
        return blocks.isArray()
                && blocks.size() >= 1
                && blocks.size() <= 50
                && blocks.valueStream().allMatch(SlackRules::takesOne);
    }

    private static boolean takesOne(JsonNode block) {
        JsonNode text = block.path("text");
        int length = text.path("text").asText().length();
        return switch (block.path("type").asText()) {
            case "divider" -> text.isMissingNode();
            case "header" -> text.path("type").asText().equals("plain_text") && length >= 1 && length <= 150;
            case "section" -> text.path("type").asText().equals("mrkdwn") && length >= 1 && length <= 3000;
            default -> false;
        };
    }
}
