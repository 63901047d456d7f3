package dev.atlas.platforms.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.bots.platform.InboundMessage;
import dev.atlas.application.bots.platform.InboundMessage.Kind;
import dev.atlas.application.bots.platform.InboundMessage.Sender;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Slack tells is read, whatever it is. */
class SlackEventsTest {

    private static Optional<SlackEvent> read(String body) {
        return SlackEvents.read(body.getBytes(StandardCharsets.UTF_8), "U0BOT");
    }

    private static String callback(String event) {
        return "{\"type\":\"event_callback\",\"event_id\":\"Ev1\",\"event\":{" + event + "}}";
    }

    private static InboundMessage said(String event) {
        return ((SlackEvent.Said) read(callback(event)).orElseThrow()).message();
    }

    private static final String DIRECT =
            "\"type\":\"message\",\"channel_type\":\"im\",\"user\":\"U1\",\"channel\":\"D1\",\"ts\":\"1700000000.000200\"";

    private static final String MENTION =
            "\"type\":\"app_mention\",\"user\":\"U1\",\"channel\":\"C1\",\"ts\":\"1700000000.000200\"";

    @Test
    void slackIsAnsweredWhetherSomebodyIsThere() {
        assertThat(read("{\"type\":\"url_verification\",\"challenge\":\"3eZbrw1a\"}"))
                .contains(new SlackEvent.Challenge("3eZbrw1a"));
    }

    @Test
    void allOfAMessageIsRead() {
        assertThat(said(DIRECT + ",\"text\":\"hi\""))
                .isEqualTo(new InboundMessage(
                        "Ev1",
                        1_700_000_000_000_200L,
                        "D1",
                        null,
                        Kind.DIRECT,
                        new Sender("U1", null, null),
                        "1700000000.000200",
                        "hi",
                        true,
                        Instant.ofEpochSecond(1_700_000_000, 200_000),
                        null));
    }

    @Test
    void inAChannelAnAnswerBeginsAThread() {
        assertThat(said(MENTION + ",\"text\":\"<@U0BOT> hi\"").thread()).isEqualTo("1700000000.000200");
        assertThat(said(MENTION + ",\"text\":\"hi\",\"thread_ts\":\"1600000000.000001\"")
                        .thread())
                .isEqualTo("1600000000.000001");
        assertThat(said(MENTION + ",\"text\":\"hi\"").kind()).isEqualTo(Kind.GROUP);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '^', textBlock = """
                    <@U0BOT> !help              ^ !help
                    <@U0BOT|atlas> hello        ^ hello
                    ask <@U0BOT> this           ^ ask @U0BOT this
                    a &lt;b&gt; &amp;amp; c     ^ a <b> &amp; c
                    <https://e.com/?a=1&amp;b>  ^ https://e.com/?a=1&b
                    <https://e.com|the site>    ^ the site (https://e.com)
                    <http://e.com|e.com>        ^ e.com
                    <mailto:a@e.com|a@e.com>    ^ a@e.com
                    <#C1|general> <!here>       ^ #general @here
                    <@U2|ann> $1 \\x            ^ @ann $1 \\x
                    """)
    void textIsReadAsItWasWritten(String text, String read) {
        assertThat(said(MENTION + ",\"text\":\"" + text.replace("\\", "\\\\") + "\"")
                        .text())
                .isEqualTo(read);
    }

    @Test
    void aPictureHasNoText() {
        assertThat(said(DIRECT + ",\"subtype\":\"file_share\",\"text\":\"\",\"files\":[{\"id\":\"F1\"}]")
                        .text())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                DIRECT + ",\"text\":\"x\",\"bot_id\":\"B1\"",
                DIRECT + ",\"subtype\":\"message_changed\",\"text\":\"x\"",
                DIRECT + ",\"subtype\":\"bot_message\",\"text\":\"x\"",
                "\"type\":\"message\",\"channel_type\":\"channel\",\"user\":\"U1\",\"channel\":\"C1\",\"ts\":\"1.000001\"",
                "\"type\":\"message\",\"channel_type\":\"im\",\"user\":\"U0BOT\",\"channel\":\"D1\",\"ts\":\"1.000001\"",
                "\"type\":\"message\",\"channel_type\":\"im\",\"user\":\"U1\",\"channel\":\"D1\",\"ts\":\"soon\"",
                "\"type\":\"message\",\"channel_type\":\"im\",\"channel\":\"D1\",\"ts\":\"1.000001\"",
                "\"type\":\"reaction_added\",\"user\":\"U1\"",
                ""
            })
    void whatNobodySaidToItIsIgnored(String event) {
        assertThat(read(callback(event))).contains(new SlackEvent.Other());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{}", "{\"type\":7}", "{\"type\":\"else\"}"})
    void whatSlackWouldNotTellIsNothing(String body) {
        assertThat(read(body)).isEmpty();
    }
}
