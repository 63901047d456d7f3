package dev.atlas.platforms.markup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.atlas.platformwire.TelegramHtml;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Examples of what is written, and how it looks on each platform. */
class MarkupTest {

    private static final String ANSWER = """
            # Report

            All is **well**, *mostly*; see ~~old~~ [the docs](https://example.com/?a=1&b=2) and `x < y`.

            - one
            - two
              1. inner

            > quoted

            ```java
            if (a < b) {}
            ```

            | host | state |
            |------|-------|
            | web1 | up    |

            ---
            """;

    @Test
    void telegram() {
        assertThat(TelegramMarkup.of(Document.of(ANSWER))).containsExactly(new TelegramMessage("""
                                <b>Report</b>

                                All is <b>well</b>, <i>mostly</i>; see <s>old</s> \
                                <a href="https://example.com/?a=1&amp;b=2">the docs</a> and <code>x &lt; y</code>.

                                • one
                                • two
                                  1. inner

                                <blockquote>quoted</blockquote>

                                <pre><code class="language-java">if (a &lt; b) {}</code></pre>

                                • host: <b>web1</b>
                                  state: up

                                ———""", """
                                Report

                                All is well, mostly; see old the docs (https://example.com/?a=1&b=2) and x < y.

                                • one
                                • two
                                  1. inner

                                quoted

                                if (a < b) {}

                                • host: web1
                                  state: up

                                ———"""));
    }

    @Test
    void slack() {
        List<SlackMessage> messages = SlackBlocks.of(Document.of(ANSWER));
        assertThat(messages).hasSize(1);
        JsonNode blocks = Shown.json(messages.getFirst().blocks());
        assertThat(blocks)
                .extracting(block -> block.path("type").asText())
                .containsExactly("header", "section", "section", "section", "section", "divider");
        assertThat(sections(messages))
                .containsExactly(
                        "Report",
                        "All is *well*, _mostly_; see ~old~ <https://example.com/?a=1&amp;b=2|the docs> and `x &lt; y`."
                                + "\n\n• one\n• two\n  1. inner",
                        "> quoted",
                        "```\nif (a &lt; b) {}\n```",
                        "• host: *web1*\n  state: up");
    }

    @Test
    void teams() {
        List<TeamsCard> cards = TeamsCards.of(Document.of(ANSWER));
        assertThat(cards).hasSize(1);
        JsonNode body = Shown.json(cards.getFirst().json()).path("body");
        assertThat(body.findValuesAsText("text"))
                .containsExactly(
                        "Report",
                        "All is **well**, *mostly*; see old [the docs](https://example.com/?a=1&b=2) and x < y."
                                + "\n\n• one\n• two\n\u00A0\u00A01. inner",
                        "quoted",
                        "if (a < b) {}",
                        "host | state\nweb1 | up");
        assertThat(body.path(0).path("weight").asText()).isEqualTo("Bolder");
        assertThat(body.path(2).path("style").asText()).isEqualTo("emphasis");
        assertThat(body.path(3).path("fontType").asText()).isEqualTo("Monospace");
        assertThat(body.path(4).path("fontType").asText()).isEqualTo("Monospace");
    }

    @Test
    void anAnswerOf5000CharactersIsTwoMessagesOnTelegram() {
        String bold = "**" + "word ".repeat(1000).strip() + "**";
        List<TelegramMessage> messages = TelegramMarkup.of(Document.of(bold));

        assertThat(messages).hasSize(2).allSatisfy(message -> {
            assertThat(message.html())
                    .hasSizeLessThanOrEqualTo(4096)
                    .startsWith("<b>word")
                    .endsWith("word</b>");
            assertThat(TelegramHtml.text(message.html())).isEqualTo(message.plain());
        });
    }

    @Test
    void aSectionOf6000CharactersIsThreeOnSlack() {
        List<SlackMessage> messages = SlackBlocks.of(Document.of("12345 ".repeat(1000)));

        assertThat(messages).hasSize(1);
        assertThat(Shown.json(messages.getFirst().blocks())).hasSize(3).allSatisfy(block -> assertThat(
                        block.path("text").path("text").asText())
                .hasSizeLessThanOrEqualTo(2900));
    }

    @Test
    void textIsCutBetweenParagraphsThenLinesThenWordsThenCharacters() {
        String first = "a".repeat(3000);
        String second = "b".repeat(3000);
        assertThat(texts(first + "\n\n" + second)).containsExactly(first, second);
        assertThat(texts(first + "\n" + second)).containsExactly(first, second);
        assertThat(texts(first + " " + second)).containsExactly(first, second);
        assertThat(texts("a".repeat(4095) + "👋🏽" + second)).containsExactly("a".repeat(4095), "👋🏽" + second);
        assertThat(texts("```\n" + first + "\n  " + second + "\n```")).containsExactly(first, "  " + second);
    }

    private static List<String> texts(String markdown) {
        return TelegramMarkup.of(Document.of(markdown)).stream()
                .map(message -> TelegramHtml.text(message.html()))
                .toList();
    }

    @Test
    void codeThatIsCutIsCodeInEachPart() {
        String code = "```\n" + "line of code\n".repeat(1000) + "```";
        assertThat(TelegramMarkup.of(Document.of(code))).hasSize(4).allSatisfy(message -> assertThat(message.html())
                .startsWith("<pre>line of code\n")
                .endsWith("line of code</pre>"));
        assertThat(sections(SlackBlocks.of(Document.of(code))))
                .hasSize(5)
                .allSatisfy(text -> assertThat(text).startsWith("```\nline").endsWith("code\n```"));
    }

    private static List<String> sections(List<SlackMessage> messages) {
        return messages.stream()
                .flatMap(message -> Shown.json(message.blocks()).valueStream())
                .map(block -> block.path("text").path("text").asText())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @Test
    void codeIsKeptWholeWhereItFits() {
        String code = "x\n".repeat(1000).strip();
        assertThat(texts("w ".repeat(1500).strip() + "\n\n```\n" + code + "\n```"))
                .containsExactly("w ".repeat(1500).strip(), code);
    }

    @Test
    void onlyAddressesOfKnownKindsAreLinks() {
        assertThat(texts("[a](javascript:alert(1)) [b](docs/x.md) [c](#d) [](https://e.com)"))
                .containsExactly("a (javascript:alert(1)) b (docs/x.md) c (#d) https://e.com");
        assertThat(TelegramMarkup.of(Document.of("[a](<https://e.com/\" b>)"))
                        .getFirst()
                        .html())
                .isEqualTo("<a href=\"https://e.com/%22%20b\">a</a>");
    }

    @Test
    void nothingToSeeIsNoMessage() {
        for (String nothing : List.of("", " \n\n ", "[a]: https://e.com", "\u200B", "```\n\n```")) {
            assertThat(TelegramMarkup.of(Document.of(nothing))).isEmpty();
            assertThat(SlackBlocks.of(Document.of(nothing))).isEmpty();
            assertThat(TeamsCards.of(Document.of(nothing))).isEmpty();
        }
        assertThat(SlackBlocks.of(Document.of("---"))).isEmpty();
    }

    @Test
    void marksBesideLettersCountOnSlack() {
        assertThat(SlackBlocks.of(Document.of("a**b**c ***d*e**")).getFirst().blocks())
                .contains("a\u200B*b*\u200Bc *_d_\u200Be*");
    }

    @Test
    void bytesAreThoseOfJson() {
        for (String text : List.of("", "aé€😀", "\"\\\n\r\t\u0001/", "\u00A0\u200B")) {
            assertThat(Characters.bytes(text))
                    .isEqualTo(TextNode.valueOf(text).toString().getBytes(StandardCharsets.UTF_8).length);
        }
    }

    @Test
    void moreThanFiftyBlocksAreMoreMessages() {
        List<SlackMessage> messages = SlackBlocks.of(Document.of("# a\n\n---\n\n".repeat(60)));
        assertThat(messages).hasSize(3).allSatisfy(message -> assertThat(
                        Shown.json(message.blocks()).size())
                .isLessThanOrEqualTo(50));
    }
}
