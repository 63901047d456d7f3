package dev.atlas.platformwire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Telegram's Bot API for one bot: people say something ({@link #says}), and the bot asks for it or has it delivered. It refuses what
 * Telegram refuses, answers what it is told to answer next, and keeps what it was asked. Source: Bot API.
 */
public final class TelegramServer implements AutoCloseable {

    /** Of the bot; it is {@code @atlas_bot}. */
    public static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";

    public static final String BOT = "atlas_bot";
    private static final long BOT_ID = 110201543L;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Wire wire = new Wire(this::answer);
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final Queue<TelegramSent> sent = new ConcurrentLinkedQueue<>();
    private final Map<String, Deque<Said>> next = new ConcurrentHashMap<>();
    private final Set<Long> blocked = ConcurrentHashMap.newKeySet();
    private final TelegramQueue updates = new TelegramQueue();
    private final TelegramRate rate = new TelegramRate();
    private final Map<Long, Long> lastMessage = new HashMap<>();

    private TelegramServer() {}

    public static TelegramServer start() {
        return new TelegramServer();
    }

    public URI address() {
        return wire.address("");
    }

    /** Somebody says this to the bot alone; the id of the update. */
    public long says(long person, String text) {
        return happens("message", message(person, person, "private").put("text", text));
    }

    /** Somebody says this in a group, of which ids are below 0; the id of the update. */
    public long saysIn(long group, long person, String text) {
        return happens("message", message(group, person, "supergroup").put("text", text));
    }

    /** Somebody sends a picture to the bot alone; the id of the update. */
    public long shows(long person) {
        ObjectNode message = message(person, person, "private");
        message.putArray("photo").addObject().put("file_id", "AgAD").put("width", 90);
        return happens("message", message);
    }

    /** Anything else that Telegram tells of; the id of the update. */
    public long happens(String kind, ObjectNode what) {
        return updates.add(kind, what);
    }

    /** A message as Telegram writes it, without what it holds. */
    public synchronized ObjectNode message(long chat, long person, String kind) {
        ObjectNode message =
                JSON.objectNode().put("message_id", messageId(chat)).put("date", 1_700_000_000);
        message.putObject("chat").put("id", chat).put("type", kind);
        message.putObject("from")
                .put("id", person)
                .put("is_bot", false)
                .put("first_name", "Person")
                .put("last_name", Long.toString(person))
                .put("username", "person" + person);
        return message;
    }

    private synchronized long messageId(long chat) {
        return lastMessage.merge(chat, 1L, Long::sum);
    }

    /** The person has blocked the bot. */
    public void blocks(long person) {
        blocked.add(person);
    }

    /** What this method is answered the next time; more of them one after the other. */
    public void next(String method, Said... answers) {
        next.computeIfAbsent(method, any -> new ArrayDeque<>()).addAll(List.of(answers));
    }

    /** An answer that refuses. */
    public static Said refusal(int code, String description) {
        return Said.json(code, error(code, description));
    }

    /** The answer to what is asked too soon. */
    public static Said tooMany(int seconds) {
        return TelegramRate.tooMany(seconds);
    }

    /** More messages than that in this time are refused, with a pause of whole seconds. */
    public void allows(int messages, Duration in) {
        rate.allow(messages, in);
    }

    /** What it was asked so far, in order. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Messages that arrived, in order. */
    public List<TelegramSent> sent() {
        return List.copyOf(sent);
    }

    /** Updates that nobody has taken yet. */
    public List<Long> pending() {
        return updates.ids();
    }

    /** Delivers what waits to the webhook, oldest first, as long as it is taken; the statuses. */
    public List<Integer> deliver() {
        return updates.deliver(updates.ids());
    }

    /** Delivers these to the webhook in this order, also again what was taken before; the statuses. */
    public List<Integer> deliver(List<Long> ids) {
        return updates.deliver(ids);
    }

    private Said answer(Asked question) {
        asked.add(question);
        String start = "/bot" + TOKEN + "/";
        if (!question.path().startsWith(start)) {
            return refusal(401, "Unauthorized");
        }
        String method = question.path().substring(start.length());
        Deque<Said> told = next.get(method);
        Said first = told == null ? null : told.poll();
        if (first != null) {
            return first;
        }
        JsonNode body = question.json();
        return switch (method) {
            case "getMe" ->
                result(JSON.objectNode()
                        .put("id", BOT_ID)
                        .put("is_bot", true)
                        .put("first_name", "Atlas")
                        .put("username", BOT));
            case "getUpdates" -> updates.get(body);
            case "sendMessage" -> sendMessage(body);
            case "sendChatAction" -> {
                Said refused = refusedIn(body);
                yield refused == null ? result(JSON.booleanNode(true)) : refused;
            }
            case "setWebhook" -> updates.setWebhook(body);
            case "deleteWebhook" -> updates.deleteWebhook(body);
            case "getWebhookInfo" -> result(updates.info());
            case "answerCallbackQuery" -> result(JSON.booleanNode(true));
            default -> refusal(404, "Not Found");
        };
    }

    private Said sendMessage(JsonNode body) {
        Said refused = refusedIn(body);
        if (refused != null) {
            return refused;
        }
        String text = body.path("text").asText();
        try {
            text = body.path("parse_mode").asText().equals("HTML") ? TelegramHtml.text(text) : text;
        } catch (IllegalArgumentException e) {
            return refusal(400, "Bad Request: " + e.getMessage());
        }
        if (text.isBlank()) {
            return refusal(400, "Bad Request: message text is empty");
        }
        if (text.length() > 4096) {
            return refusal(400, "Bad Request: message is too long");
        }
        Said tooMany = rate.refusal();
        if (tooMany != null) {
            return tooMany;
        }
        long chat = body.path("chat_id").longValue();
        long id = messageId(chat);
        long replyTo = body.path("reply_parameters").path("message_id").asLong();
        sent.add(
                new TelegramSent(chat, id, text.strip(), body.path("parse_mode").asText(), replyTo));
        return result(JSON.objectNode().put("message_id", id).put("date", 1_700_000_000));
    }

    private @Nullable Said refusedIn(JsonNode body) {
        long chat = body.path("chat_id").longValue();
        synchronized (this) {
            if (!lastMessage.containsKey(chat)) {
                return refusal(400, "Bad Request: chat not found");
            }
        }
        return blocked.contains(chat) ? refusal(403, "Forbidden: bot was blocked by the user") : null;
    }

    static Said result(JsonNode result) {
        ObjectNode answer = JSON.objectNode().put("ok", true);
        answer.set("result", result);
        return Said.json(200, answer);
    }

    static ObjectNode error(int code, String description) {
        return JSON.objectNode().put("ok", false).put("error_code", code).put("description", description);
    }

    @Override
    public void close() {
        updates.close();
        wire.close();
    }
}
