package dev.atlas.platforms.markup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.atlas.platforms.http.PlatformHttp;
import dev.atlas.platformwire.TelegramHtml;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What platforms make of messages: what people see then. Fails where a platform would not take a message. */
final class Shown {

    private Shown() {}

    static String onTelegram(List<TelegramMessage> messages) {
        StringBuilder shown = new StringBuilder();
        for (TelegramMessage message : messages) {
            assertThat(message.html().length()).isBetween(1, 4096);
            assertThat(message.plain().length()).isBetween(1, 4096);
            String text = TelegramHtml.text(message.html());
            assertThat(Characters.areInvisible(text)).isFalse();
            isWhole(message.plain());
            shown.append(text);
        }
        return shown.toString();
    }

    static String onSlack(List<SlackMessage> messages) {
        StringBuilder shown = new StringBuilder();
        for (SlackMessage message : messages) {
            JsonNode blocks = json(message.blocks());
            assertThat(blocks.size()).isBetween(1, 50);
            assertThat(message.text()).isNotBlank().doesNotContain("<");
            for (JsonNode block : blocks) {
                String text = block.path("text").path("text").asText();
                isWhole(text);
                switch (block.path("type").asText()) {
                    case "divider" -> {}
                    case "header" -> {
                        assertThat(block.path("text").path("type").asText()).isEqualTo("plain_text");
                        assertThat(text.length()).isBetween(1, 150);
                        shown.append(text);
                    }
                    case "section" -> {
                        assertThat(block.path("text").path("type").asText()).isEqualTo("mrkdwn");
                        assertThat(text.length()).isBetween(1, 3000);
                        shown.append(mrkdwn(text));
                    }
                    default -> throw new AssertionError("a block of type " + block.path("type"));
                }
            }
        }
        return shown.toString();
    }

    /** Angles are Slack's own: each opens a link with a label here. */
    private static String mrkdwn(String text) {
        String quotes = text.startsWith("> ") ? text.substring(2).replace("\n> ", "\n") : text;
        StringBuilder read = new StringBuilder();
        for (int i = 0; i < quotes.length(); i++) {
            char c = quotes.charAt(i);
            if (c == '<') {
                int bar = quotes.indexOf('|', i);
                int end = quotes.indexOf('>', i);
                assertThat(quotes.substring(i + 1, bar)).matches("(?i)(https?|tg|mailto):[^<>|\\s]*");
                assertThat(bar).isLessThan(end);
                read.append(quotes, bar + 1, end);
                i = end;
            } else {
                assertThat(c).as(text).isNotEqualTo('>');
                read.append(c);
            }
        }
        assertThat(read.toString().replaceAll("&(amp|lt|gt);", "")).doesNotContain("&");
        return read.toString().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    static String onTeams(List<TeamsCard> cards) {
        StringBuilder shown = new StringBuilder();
        for (TeamsCard card : cards) {
            assertThat(card.json().getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(28_000);
            isWhole(card.json());
            JsonNode json = json(card.json());
            assertThat(json.path("type").asText()).isEqualTo("AdaptiveCard");
            assertThat(json.path("version").asText()).isEqualTo("1.4");
            assertThat(json.path("body").size()).isPositive();
            for (JsonNode element : json.path("body")) {
                JsonNode block = element.path("type").asText().equals("Container")
                        ? element.path("items").path(0)
                        : element;
                assertThat(block.path("type").asText()).isEqualTo("TextBlock");
                assertThat(block.path("text").asText()).isNotEmpty();
                shown.append(cardText(block.path("text").asText()));
            }
        }
        return shown.toString();
    }

    /** Labels of links without what they lead to, and what is escaped as it is. */
    private static String cardText(String text) {
        StringBuilder read = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                read.append(text.charAt(++i));
            } else if (c == ']') {
                assertThat(text.charAt(i + 1)).isEqualTo('(');
                i = text.indexOf(')', i);
                assertThat(i).isPositive();
            } else if (c != '[' && c != '*') {
                read.append(c);
            }
        }
        return read.toString();
    }

    private static void isWhole(String text) {
        assertThat(text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE))
                .isTrue();
    }

    static JsonNode json(String text) {
        try {
            return PlatformHttp.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
