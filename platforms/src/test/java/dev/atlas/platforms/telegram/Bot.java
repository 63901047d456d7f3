package dev.atlas.platforms.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.atlas.application.bots.platform.PlatformFailure;
import dev.atlas.application.bots.platform.PlatformProblem;
import dev.atlas.platforms.http.PlatformHttp;
import dev.atlas.platforms.markup.TelegramMessage;
import dev.atlas.platformwire.TelegramServer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A bot on a server of this test. */
final class Bot implements AutoCloseable {

    final TelegramServer server = TelegramServer.start();
    private final PlatformHttp http = new PlatformHttp();
    final TelegramClient client = client(TelegramServer.TOKEN, Duration.ofSeconds(20));

    TelegramClient client(String token, Duration patience) {
        return new TelegramClient(http, new TelegramAccess(server.address(), token), patience);
    }

    static TelegramChat chat(long id) {
        return new TelegramChat(Long.toString(id), null);
    }

    String send(long chat, String text) {
        return client.sendMessage(chat(chat), new TelegramMessage(text, text), null);
    }

    List<TelegramUpdate> updates(long after) {
        return client.getUpdates(after, Duration.ZERO, TelegramServer.BOT);
    }

    /** Why it fails, which says nothing of the token. */
    static PlatformProblem problem(ThrowingCallable call) {
        PlatformFailure failure = catchThrowableOfType(PlatformFailure.class, call);
        assertThat(failure).isNotNull();
        assertThat(failure.toString()).doesNotContain(TelegramServer.TOKEN);
        assertThat(failure.getCause()).isNull();
        return Objects.requireNonNull(failure).problem();
    }

    @Override
    public void close() {
        http.close();
        server.close();
    }
}
