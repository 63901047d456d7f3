package dev.atlas.platforms.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.bots.platform.InboundMessage;
import dev.atlas.application.bots.platform.InboundMessage.Kind;
import dev.atlas.application.bots.platform.InboundMessage.Sender;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told is read, whatever it is. */
class TelegramUpdatesTest {

    private static final String FROM =
            "\"from\":{\"id\":5,\"is_bot\":false,\"first_name\":\"Ann\",\"username\":\"ann\"}";

    private static Optional<TelegramUpdate> read(String update) {
        return TelegramUpdates.read(update.getBytes(StandardCharsets.UTF_8), "atlas_bot");
    }

    private static InboundMessage said(String kind, String text, String more) {
        String message =
                "{\"update_id\":3,\"message\":{\"message_id\":9,\"date\":1700000000,\"chat\":{\"id\":-8,\"type\":\""
                        + kind + "\"}," + FROM + more + ",\"text\":\"" + text + "\"}}";
        return Objects.requireNonNull(read(message).orElseThrow().message());
    }

    @Test
    void allOfAMessageIsRead() {
        assertThat(said("supergroup", "hi", ",\"is_topic_message\":true,\"message_thread_id\":77"))
                .isEqualTo(new InboundMessage(
                        "3",
                        3,
                        "-8",
                        "77",
                        Kind.GROUP,
                        new Sender("5", "ann", "Ann"),
                        "9",
                        "hi",
                        false,
                        Instant.ofEpochSecond(1_700_000_000),
                        null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    private    | /help@atlas_bot        | /help          | true
                    private    | /help                  | /help          | true
                    private    | hello                  | hello          | true
                    private    | /help@other_bot        | /help@other_bot| false
                    supergroup | /help@Atlas_Bot now    | /help now      | true
                    supergroup | /help@other_bot        | /help@other_bot| false
                    supergroup | /help                  | /help          | true
                    supergroup | /helpful/path          | /helpful/path  | false
                    supergroup | hello                  | hello          | false
                    group      | @atlas_bot hello       | hello          | true
                    group      | @atlas_bot, hello      | hello          | true
                    group      | ask @atlas_bot this    | ask @atlas_bot this | true
                    group      | @atlas_botany hello    | @atlas_botany hello | false
                    group      | x@atlas_bot.example    | x@atlas_bot.example | false
                    group      | @triage look at host1  | @triage look at host1 | false
                    """)
    void itIsKnownWhetherTheBotIsMeant(String kind, String text, String read, boolean addressed) {
        InboundMessage message = said(kind, text, "");
        assertThat(message.text()).isEqualTo(read);
        assertThat(message.addressed()).isEqualTo(addressed);
    }

    @Test
    void anAnswerToTheBotIsMeantForIt() {
        String answer =
                ",\"reply_to_message\":{\"message_id\":8,\"from\":{\"id\":1,\"is_bot\":true,\"username\":\"atlas_bot\"}}";
        assertThat(said("group", "yes", answer).addressed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"update_id\":3}",
                "{\"update_id\":3,\"edited_message\":{\"message_id\":9,\"text\":\"x\"}}",
                "{\"update_id\":3,\"channel_post\":{\"message_id\":9,\"chat\":{\"id\":1,\"type\":\"channel\"},\"text\":\"x\"}}",
                "{\"update_id\":3,\"message\":{\"message_id\":9,\"chat\":{\"id\":1,\"type\":\"group\"},\"text\":\"no sender\"}}",
                "{\"update_id\":3,\"message\":{\"message_id\":9,\"chat\":{\"id\":1,\"type\":\"group\"},\"from\":{\"id\":2,"
                        + "\"is_bot\":true},\"text\":\"x\"}}",
                "{\"update_id\":3,\"message\":{\"message_id\":9,\"chat\":{\"id\":1,\"type\":\"group\"},\"from\":{\"id\":2},"
                        + "\"new_chat_title\":\"x\"}}",
                "{\"update_id\":3,\"message\":{\"message_id\":9,\"chat\":{\"id\":2,\"type\":\"private\"},\"from\":{\"id\":2},"
                        + "\"anything_new\":{}}}",
                "{\"update_id\":3,\"message\":[]}",
                "{\"update_id\":3,\"message\":{\"message_id\":\"9\",\"chat\":7,\"from\":null}}"
            })
    void whatNobodySaidToItIsIgnored(String update) {
        assertThat(read(update)).contains(new TelegramUpdate(3, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "7", "{}", "{\"update_id\":\"3\"}", "{\"update_id\":1.5}", "\u0000"})
    void whatIsNoUpdateIsNone(String body) {
        assertThat(read(body)).isEmpty();
    }

    @Test
    void aButtonIsKnownByItsId() {
        assertThat(read("{\"update_id\":3,\"callback_query\":{\"id\":\"42\",\"data\":\"x\"}}"))
                .contains(new TelegramUpdate(3, null, "42"));
    }

    @Test
    void whatCannotBeStoredIsReplaced() {
        assertThat(said("private", "a\\ud83d\\u0000b", "").text()).isEqualTo("a\uFFFD\uFFFDb");
    }

    @ParameterizedTest
    @CsvSource({"secret,secret,true", "secret,Secret,false", "secret,secre,false", "secret,,false", "'','',false"})
    void onlyTheSecretIsTheSecret(String secret, @Nullable String given, boolean matches) {
        assertThat(TelegramSecret.matches(secret, given)).isEqualTo(matches);
    }
}
