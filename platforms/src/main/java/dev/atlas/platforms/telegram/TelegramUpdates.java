package dev.atlas.platforms.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atlas.application.bots.platform.InboundMessage;
import dev.atlas.application.bots.platform.InboundMessage.Kind;
import dev.atlas.application.bots.platform.InboundMessage.Sender;
import dev.atlas.platforms.http.PlatformHttp;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what Telegram tells: the body of a webhook, or what was asked for. */
public final class TelegramUpdates {

    /** The end of the year 9999. */
    private static final long LAST = 253_402_300_799L;

    /** What a message holds if somebody said it, or showed it. */
    private static final Set<String> CONTENTS = Set.of(
            "text",
            "photo",
            "video",
            "animation",
            "audio",
            "voice",
            "video_note",
            "document",
            "sticker",
            "story",
            "paid_media",
            "contact",
            "location",
            "venue",
            "poll",
            "dice",
            "game");

    private TelegramUpdates() {}

    /**
     * What a webhook was told; empty if that is no update at all.
     *
     * @param botName the bot's own, without a sign before it
     */
    public static Optional<TelegramUpdate> read(byte[] body, String botName) {
        try {
            return read(PlatformHttp.JSON.readTree(body), botName);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<TelegramUpdate> read(@Nullable JsonNode update, String botName) {
        if (update == null || !update.path("update_id").isIntegralNumber()) {
            return Optional.empty();
        }
        long id = update.path("update_id").longValue();
        JsonNode callback = update.path("callback_query").path("id");
        return Optional.of(new TelegramUpdate(
                id, message(id, update.path("message"), botName), callback.isTextual() ? callback.textValue() : null));
    }

    /** Null for what has no sender, as in channels, and for what bots say. */
    private static @Nullable InboundMessage message(long id, JsonNode message, String botName) {
        JsonNode chat = message.path("chat");
        JsonNode from = message.path("from");
        boolean whole = chat.path("id").isIntegralNumber()
                && from.path("id").isIntegralNumber()
                && message.path("message_id").isIntegralNumber();
        if (!whole || from.path("is_bot").asBoolean() || !isSaid(message)) {
            return null;
        }
        Kind kind = chat.path("type").asText().equals("private") ? Kind.DIRECT : Kind.GROUP;
        Calling calling = Calling.of(message, botName);
        boolean topic = message.path("is_topic_message").asBoolean();
        return new InboundMessage(
                Long.toString(id),
                id,
                chat.path("id").asText(),
                topic ? message.path("message_thread_id").asText() : null,
                kind,
                sender(from),
                message.path("message_id").asText(),
                calling.text(),
                kind == Kind.DIRECT ? !calling.another() : calling.addressed(),
                Instant.ofEpochSecond(Math.clamp(message.path("date").asLong(), 0, LAST)),
                null);
    }

    /** Not so where somebody joined, the picture of the group changed, and so on. */
    private static boolean isSaid(JsonNode message) {
        return CONTENTS.stream().anyMatch(message::has);
    }

    private static Sender sender(JsonNode from) {
        String name =
                (from.path("first_name").asText() + " " + from.path("last_name").asText()).strip();
        JsonNode username = from.path("username");
        return new Sender(
                from.path("id").asText(),
                username.isTextual() ? username.textValue() : null,
                name.isEmpty() ? null : name);
    }
}
