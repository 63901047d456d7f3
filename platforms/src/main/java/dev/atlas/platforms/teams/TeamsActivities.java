package dev.atlas.platforms.teams;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atlas.application.bots.platform.InboundMessage;
import dev.atlas.application.bots.platform.InboundMessage.Kind;
import dev.atlas.application.bots.platform.InboundMessage.Sender;
import dev.atlas.platforms.http.PlatformHttp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what Teams tells. */
public final class TeamsActivities {

    private TeamsActivities() {}

    /** What the body of a request says; empty if that is no activity. */
    public static Optional<TeamsActivity> read(byte[] body) {
        try {
            JsonNode activity = PlatformHttp.JSON.readTree(body);
            if (activity == null
                    || !activity.path("type").isTextual()
                    || !activity.path("channelId").isTextual()
                    || !activity.path("serviceUrl").isTextual()) {
                return Optional.empty();
            }
            return Optional.of(new TeamsActivity(
                    activity.path("channelId").textValue(),
                    activity.path("serviceUrl").textValue(),
                    message(activity)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static @Nullable InboundMessage message(JsonNode activity) {
        JsonNode from = activity.path("from");
        String sender = from.path("id").asText();
        String bot = activity.path("recipient").path("id").asText();
        String conversation = activity.path("conversation").path("id").asText();
        Instant at = instant(activity.path("timestamp").asText());
        boolean whole = activity.path("type").asText().equals("message")
                && activity.path("id").isTextual()
                && !sender.isEmpty()
                && !conversation.isEmpty();
        if (!whole
                || at == null
                || sender.equals(bot)
                || from.path("role").asText().equals("bot")) {
            return null;
        }
        boolean direct = isDirect(activity.path("conversation"));
        String text = activity.path("text").asText();
        boolean mentioned = false;
        for (JsonNode entity : activity.path("entities")) {
            if (entity.path("type").asText().equals("mention")
                    && entity.path("mentioned").path("id").asText().equals(bot)) {
                mentioned = true;
                text = text.replace(entity.path("text").asText(), "");
            }
        }
        String words = text.replace("&nbsp;", " ").strip();
        return new InboundMessage(
                updateId(conversation, activity.path("id").asText()),
                ChronoUnit.MICROS.between(Instant.EPOCH, at),
                conversation,
                null,
                direct ? Kind.DIRECT : Kind.GROUP,
                new Sender(
                        sender,
                        null,
                        from.path("name").isTextual() ? from.path("name").textValue() : null),
                activity.path("id").asText(),
                words.isEmpty() ? null : words,
                direct || mentioned,
                at,
                activity.path("serviceUrl").asText());
    }

    private static boolean isDirect(JsonNode conversation) {
        String kind = conversation.path("conversationType").asText();
        return kind.equals("personal")
                || (kind.isEmpty() && !conversation.path("isGroup").asBoolean());
    }

    /** Ids are told apart within a conversation alone, and both together may be long. */
    private static String updateId(String conversation, String id) {
        return UUID.nameUUIDFromBytes((conversation + "\n" + id).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static @Nullable Instant instant(String text) {
        try {
            Instant at = OffsetDateTime.parse(text).toInstant();
            return at.isBefore(Instant.EPOCH) ? null : at;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
