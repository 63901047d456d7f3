package dev.atlas.platforms.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.atlas.application.bots.platform.PlatformFailure;
import dev.atlas.application.bots.platform.PlatformProblem;
import dev.atlas.platforms.http.Answer;
import dev.atlas.platforms.http.PlatformHttp;
import dev.atlas.platforms.markup.TelegramMessage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to Telegram as one bot. Every method waits for the answer, throws {@link PlatformFailure} if it is not the one that was asked
 * for, and repeats nothing: whoever calls knows what is already stored. Safe for many threads.
 */
public final class TelegramClient {

    /** Those that are asked for at once. */
    public static final int MOST_UPDATES = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final PlatformHttp http;
    private final TelegramAccess access;
    private final Duration patience;

    public TelegramClient(PlatformHttp http, TelegramAccess access) {
        this(http, access, PATIENCE);
    }

    TelegramClient(PlatformHttp http, TelegramAccess access, Duration patience) {
        this.http = http;
        this.access = access;
        this.patience = patience;
    }

    /** Who the bot is, which also tells whether the token is taken. */
    public TelegramBot getMe() {
        JsonNode me = call("getMe", JSON.objectNode());
        if (!me.path("id").isIntegralNumber() || !me.path("username").isTextual()) {
            throw new PlatformFailure(new PlatformProblem.Unreadable());
        }
        return new TelegramBot(
                me.path("id").longValue(),
                me.path("username").textValue(),
                me.path("first_name").asText());
    }

    /**
     * What happened since, oldest first; nothing if nothing does for that long. Asking for what comes after an update says that it and
     * all before it need not be told again.
     *
     * @param after the id of the last update that is dealt with or safely stored; 0 if there was none
     * @param botName the bot's own
     */
    public List<TelegramUpdate> getUpdates(long after, Duration wait, String botName) {
        ObjectNode question = JSON.objectNode()
                .put("offset", after == 0 ? 0 : after + 1)
                .put("limit", MOST_UPDATES)
                .put("timeout", wait.toSeconds());
        question.set("allowed_updates", kinds());
        JsonNode answer = result(post("getUpdates", question, patience.plus(wait)));
        if (!answer.isArray()) {
            throw new PlatformFailure(new PlatformProblem.Unreadable());
        }
        List<TelegramUpdate> updates = new ArrayList<>();
        answer.forEach(update -> TelegramUpdates.read(update, botName).ifPresent(updates::add));
        return updates;
    }

    private static ArrayNode kinds() {
        return JSON.arrayNode().add("message").add("callback_query");
    }

    /**
     * Sends it, without its markup if Telegram does not understand that.
     *
     * @param replyTo the message it answers, which is shown with it while it is there; absent if none
     * @return the id of the message
     */
    public String sendMessage(TelegramChat chat, TelegramMessage message, @Nullable String replyTo) {
        Answer answer = post("sendMessage", text(chat, message.html(), replyTo).put("parse_mode", "HTML"), patience);
        if (TelegramDiagnosis.isAboutMarkup(answer)) {
            answer = post("sendMessage", text(chat, message.plain(), replyTo), patience);
        }
        return result(answer).path("message_id").asText();
    }

    private static ObjectNode text(TelegramChat chat, String text, @Nullable String replyTo) {
        ObjectNode question = to(chat).put("text", text);
        question.putObject("link_preview_options").put("is_disabled", true);
        if (replyTo != null) {
            question.putObject("reply_parameters")
                    .put("message_id", number(replyTo))
                    .put("allow_sending_without_reply", true);
        }
        return question;
    }

    private static ObjectNode to(TelegramChat chat) {
        ObjectNode question = JSON.objectNode().put("chat_id", number(chat.id()));
        if (chat.thread() != null) {
            question.put("message_thread_id", number(chat.thread()));
        }
        return question;
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw new PlatformFailure(new PlatformProblem.RecipientGone());
        }
    }

    /** Shows for some seconds, or until the next message, that the bot is writing. */
    public void sendTyping(TelegramChat chat) {
        call("sendChatAction", to(chat).put("action", "typing"));
    }

    /**
     * From now on Telegram sends what happens there, also what waits.
     *
     * @param secret 1 to 256 letters, digits, underscores and hyphens, which it sends as {@link TelegramSecret#HEADER}
     */
    public void setWebhook(URI url, String secret, int connections) {
        ObjectNode question = JSON.objectNode()
                .put("url", url.toString())
                .put("secret_token", secret)
                .put("max_connections", connections)
                .put("drop_pending_updates", false);
        question.set("allowed_updates", kinds());
        call("setWebhook", question);
    }

    /** From now on it waits to be asked; what waits is kept. */
    public void deleteWebhook() {
        call("deleteWebhook", JSON.objectNode().put("drop_pending_updates", false));
    }

    public TelegramWebhook getWebhookInfo() {
        JsonNode info = call("getWebhookInfo", JSON.objectNode());
        JsonNode at = info.path("last_error_date");
        JsonNode error = info.path("last_error_message");
        return new TelegramWebhook(
                info.path("url").asText(),
                info.path("pending_update_count").asInt(),
                at.isIntegralNumber() ? Instant.ofEpochSecond(at.longValue()) : null,
                error.isTextual() ? error.textValue() : null);
    }

    /** The button does not show any more that it works. */
    public void answerCallbackQuery(String callbackId) {
        call("answerCallbackQuery", JSON.objectNode().put("callback_query_id", callbackId));
    }

    private JsonNode call(String method, ObjectNode question) {
        return result(post(method, question, patience));
    }

    private Answer post(String method, ObjectNode question, Duration atMost) {
        HttpRequest request = PlatformHttp.to(access.method(method))
                .setHeader("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(question.toString()))
                .build();
        return http.send(request, atMost);
    }

    private static JsonNode result(Answer answer) {
        JsonNode body = answer.body();
        if (answer.status() == 200 && body.path("ok").asBoolean()) {
            return body.path("result");
        }
        throw new PlatformFailure(
                answer.status() == 200 && !body.has("ok")
                        ? new PlatformProblem.Unreadable()
                        : TelegramDiagnosis.of(answer));
    }
}
