package dev.atlas.platforms.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atlas.application.bots.platform.InboundMessage;
import dev.atlas.application.bots.platform.InboundMessage.Kind;
import dev.atlas.application.bots.platform.InboundMessage.Sender;
import dev.atlas.platforms.http.PlatformHttp;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what Slack tells: the body of a request, or the payload of a socket. */
public final class SlackEvents {

    private static final Pattern TIMESTAMP = Pattern.compile("([0-9]{1,10})\\.([0-9]{6})");

    /** Of messages, those that somebody said all the same. */
    private static final Set<String> SAID = Set.of("", "file_share", "thread_broadcast");

    private SlackEvents() {}

    /**
     * What Slack tells; empty if it is nothing that Slack would.
     *
     * @param botUser the id of the bot as a user
     */
    public static Optional<SlackEvent> read(byte[] body, String botUser) {
        try {
            return read(PlatformHttp.JSON.readTree(body), botUser);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<SlackEvent> read(@Nullable JsonNode envelope, String botUser) {
        if (envelope == null) {
            return Optional.empty();
        }
        return switch (envelope.path("type").asText()) {
            case "url_verification" ->
                Optional.of(new SlackEvent.Challenge(envelope.path("challenge").asText()));
            case "event_callback" -> {
                InboundMessage message = message(envelope, botUser);
                yield Optional.of(message == null ? new SlackEvent.Other() : new SlackEvent.Said(message));
            }
            case "app_rate_limited" -> Optional.of(new SlackEvent.Other());
            default -> Optional.empty();
        };
    }

    private static @Nullable InboundMessage message(JsonNode envelope, String botUser) {
        JsonNode event = envelope.path("event");
        String kind = event.path("type").asText();
        boolean direct =
                kind.equals("message") && event.path("channel_type").asText().equals("im");
        Matcher said = TIMESTAMP.matcher(event.path("ts").asText());
        boolean whole = said.matches()
                && event.path("user").isTextual()
                && event.path("channel").isTextual()
                && envelope.path("event_id").isTextual();
        boolean bot = event.has("bot_id") || event.path("user").asText().equals(botUser);
        if (!whole
                || bot
                || !(direct || kind.equals("app_mention"))
                || !SAID.contains(event.path("subtype").asText())) {
            return null;
        }
        long seconds = Long.parseLong(said.group(1));
        long micros = Long.parseLong(said.group(2));
        String text = SlackText.read(event.path("text").asText(), botUser);
        return new InboundMessage(
                envelope.path("event_id").asText(),
                seconds * 1_000_000 + micros,
                event.path("channel").asText(),
                thread(event, direct),
                direct ? Kind.DIRECT : Kind.GROUP,
                new Sender(event.path("user").asText(), null, null),
                event.path("ts").asText(),
                text.isBlank() && event.has("files") ? null : text,
                true,
                Instant.ofEpochSecond(seconds, micros * 1000),
                null);
    }

    /** In a channel an answer begins a thread; what is said to the bot alone goes on without. */
    private static @Nullable String thread(JsonNode event, boolean direct) {
        JsonNode thread = event.path("thread_ts");
        return thread.isTextual()
                ? thread.textValue()
                : direct ? null : event.path("ts").asText();
    }
}
