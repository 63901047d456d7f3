package dev.atlas.platforms.telegram;

import dev.atlas.application.bots.inbox.BotChannel;
import dev.atlas.application.bots.platform.BotAccess;
import dev.atlas.application.bots.platform.BotHealth;
import dev.atlas.application.bots.platform.BotPlatformAdapter;
import dev.atlas.application.bots.platform.InboundMessage;
import dev.atlas.application.bots.platform.PlatformFailure;
import dev.atlas.application.bots.platform.WebhookReading;
import dev.atlas.application.bots.platform.WebhookRequest;
import dev.atlas.domain.bots.BotInbound;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.platforms.http.PlatformHttp;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Telegram, as Atlas uses it. */
public final class TelegramAdapter implements BotPlatformAdapter {

    /** As many updates as Telegram sends side by side. */
    private static final int CONNECTIONS = 100;

    private final PlatformHttp http = new PlatformHttp();

    @Override
    public BotPlatform platform() {
        return BotPlatform.TELEGRAM;
    }

    @Override
    public URI api() {
        return TelegramAccess.USUAL;
    }

    @Override
    public boolean choosesSecret() {
        return true;
    }

    @Override
    public WebhookReading read(BotAccess access, WebhookRequest request) {
        String secret = access.secret();
        if (secret == null
                || !TelegramSecret.matches(
                        secret, request.header(TelegramSecret.HEADER).orElse(null))) {
            return new WebhookReading.Forged();
        }
        return TelegramUpdates.read(request.body(), Objects.requireNonNullElse(access.botName(), ""))
                .<WebhookReading>map(update -> new WebhookReading.Told(said(access, update)))
                .orElseGet(WebhookReading.Unreadable::new);
    }

    /** What was said to the bot; nothing if it was not said to it. */
    private List<BotInbound> said(BotAccess access, TelegramUpdate update) {
        String callback = update.callbackId();
        if (callback != null) {
            Thread.ofVirtual().name("atlas-telegram-callback").start(() -> acknowledge(access, callback));
        }
        InboundMessage message = update.message();
        return message == null || !message.addressed() ? List.of() : List.of(TelegramInbound.of(message));
    }

    /** Nobody would do without anything if that fails: the button shows for some seconds that it works. */
    private void acknowledge(BotAccess access, String callback) {
        try {
            client(access).answerCallbackQuery(callback);
        } catch (PlatformFailure e) {
            // it stops by itself
        }
    }

    @Override
    public BotChannel channel(BotAccess access) {
        return new TelegramChannel(client(access));
    }

    @Override
    public BotHealth health(BotAccess access) {
        try {
            TelegramClient client = client(access);
            TelegramBot bot = client.getMe();
            TelegramWebhook webhook = client.getWebhookInfo();
            return new BotHealth(true, bot.username(), webhook.url().isEmpty() ? null : webhook.url(), null);
        } catch (PlatformFailure e) {
            return BotHealth.broken(e.problem().code());
        }
    }

    @Override
    public void register(BotAccess access, URI webhook) {
        client(access).setWebhook(webhook, Objects.requireNonNull(access.secret()), CONNECTIONS);
    }

    @Override
    public void unregister(BotAccess access) {
        client(access).deleteWebhook();
    }

    @Override
    public boolean polls() {
        return true;
    }

    @Override
    public Polled poll(BotAccess access, long place, Duration wait) {
        List<TelegramUpdate> updates =
                client(access).getUpdates(place, wait, Objects.requireNonNullElse(access.botName(), ""));
        List<BotInbound> told = updates.stream()
                .flatMap(update -> said(access, update).stream())
                .toList();
        return new Polled(
                told, updates.stream().mapToLong(TelegramUpdate::id).max().orElse(place));
    }

    private TelegramClient client(BotAccess access) {
        return new TelegramClient(http, new TelegramAccess(access.api(), access.token()));
    }
}
