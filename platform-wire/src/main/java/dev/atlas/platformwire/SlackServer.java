package dev.atlas.platformwire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Slack's Web API for one app, its signed requests and its sockets. It refuses what Slack refuses, answers what it is told to answer
 * next, and keeps what it was asked. Source: Slack's Web API, Events API and Socket Mode.
 */
public final class SlackServer implements AutoCloseable {

    public static final String BOT_TOKEN = "xoxb-0000000000-abcdefghijkl";
    public static final String APP_TOKEN = "xapp-1-A0000000000-0000000000-abcdefghijkl";
    public static final String SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

    /** The bot as a user. */
    public static final String BOT = "U0BOT";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Wire wire = new Wire(this::answer);
    private final SocketServer sockets = new SocketServer();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final Queue<SlackPosted> posted = new ConcurrentLinkedQueue<>();
    private final Map<String, Deque<Said>> next = new ConcurrentHashMap<>();
    private final Set<String> channels = ConcurrentHashMap.newKeySet();
    private final Set<String> reactions = ConcurrentHashMap.newKeySet();
    private final AtomicInteger numbers = new AtomicInteger();

    private SlackServer() {}

    public static SlackServer start() {
        return new SlackServer();
    }

    /** Of the Web API. */
    public URI address() {
        return wire.address("/api");
    }

    /** The connections of Socket Mode. */
    public SocketServer sockets() {
        return sockets;
    }

    /** What is told when somebody says this to the bot alone. */
    public ObjectNode says(String user, String channel, String text) {
        ObjectNode event = event("message", user, channel, text);
        ((ObjectNode) event.path("event")).put("channel_type", "im");
        return event;
    }

    /** What is told when somebody mentions the bot in a channel. */
    public ObjectNode mentions(String user, String channel, String text) {
        return event("app_mention", user, channel, "<@" + BOT + "> " + text);
    }

    private ObjectNode event(String type, String user, String channel, String text) {
        channels.add(channel);
        int number = numbers.incrementAndGet();
        ObjectNode envelope = JSON.objectNode()
                .put("type", "event_callback")
                .put("team_id", "T1")
                .put("event_id", "Ev" + number);
        envelope.putObject("event")
                .put("type", type)
                .put("user", user)
                .put("channel", channel)
                .put("text", text)
                .put("ts", timestamp(number));
        return envelope;
    }

    private static String timestamp(int number) {
        return "1700000000." + String.format("%06d", number);
    }

    /** Sends this as Slack would at that time; the status. */
    public int deliver(URI address, String body, Instant at, int retry) {
        String timestamp = Long.toString(at.getEpochSecond());
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .version(HttpClient.Version.HTTP_1_1)
                .setHeader("Content-Type", "application/json")
                .setHeader("X-Slack-Request-Timestamp", timestamp)
                .setHeader("X-Slack-Signature", signature(timestamp, body))
                .POST(BodyPublishers.ofString(body));
        if (retry > 0) {
            request.setHeader("X-Slack-Retry-Num", Integer.toString(retry))
                    .setHeader("X-Slack-Retry-Reason", "http_timeout");
        }
        try {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** As Slack signs a body. */
    public static String signature(String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SIGNING_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signed = ("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8);
            return "v0=" + HexFormat.of().formatHex(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What this method is answered the next time; more of them one after the other. */
    public void next(String method, Said... answers) {
        next.computeIfAbsent(method, any -> new ArrayDeque<>()).addAll(List.of(answers));
    }

    /** An answer that refuses: Slack does so with the status of success. */
    public static Said refusal(String error) {
        return Said.json(200, JSON.objectNode().put("ok", false).put("error", error));
    }

    /** The answer to what is asked too soon. */
    public static Said tooMany(int seconds) {
        return Said.json(429, JSON.objectNode().put("ok", false).put("error", "ratelimited"))
                .with("Retry-After", Integer.toString(seconds));
    }

    /** What it was asked so far, in order. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Messages that arrived, in order. */
    public List<SlackPosted> posted() {
        return List.copyOf(posted);
    }

    /** Signs that are beside messages, as {@code channel/message/sign}. */
    public Set<String> reactions() {
        return Set.copyOf(reactions);
    }

    private Said answer(Asked question) {
        asked.add(question);
        String method = question.path().substring(question.path().lastIndexOf('/') + 1);
        Deque<Said> told = next.get(method);
        Said first = told == null ? null : told.poll();
        if (first != null) {
            return first;
        }
        boolean socket = method.equals("apps.connections.open");
        if (!question.header("authorization").equals("Bearer " + (socket ? APP_TOKEN : BOT_TOKEN))) {
            return refusal("invalid_auth");
        }
        JsonNode body = question.json();
        return switch (method) {
            case "auth.test" ->
                accepted(JSON.objectNode()
                        .put("user_id", BOT)
                        .put("user", "atlas")
                        .put("team", "Team"));
            case "apps.connections.open" ->
                accepted(JSON.objectNode().put("url", sockets.address().toString()));
            case "chat.postMessage" -> post(body);
            case "reactions.add" ->
                reactions.add(reaction(body)) ? accepted(JSON.objectNode()) : refusal("already_reacted");
            case "reactions.remove" ->
                reactions.remove(reaction(body)) ? accepted(JSON.objectNode()) : refusal("no_reaction");
            case "users.info" -> user(question.query());
            default -> refusal("unknown_method");
        };
    }

    private static String reaction(JsonNode body) {
        return body.path("channel").asText() + "/" + body.path("timestamp").asText() + "/"
                + body.path("name").asText();
    }

    private static Said user(String query) {
        String id = query.replaceFirst("^user=", "");
        if (!id.startsWith("U")) {
            return refusal("user_not_found");
        }
        ObjectNode answer = JSON.objectNode();
        ObjectNode user =
                answer.putObject("user").put("id", id).put("name", "name." + id).put("real_name", "Name " + id);
        user.putObject("profile").put("display_name", "");
        return accepted(answer);
    }

    private Said post(JsonNode body) {
        String channel = body.path("channel").asText();
        if (!channels.contains(channel)) {
            return refusal("channel_not_found");
        }
        JsonNode blocks = body.path("blocks");
        if (blocks.isMissingNode() ? body.path("text").asText().isBlank() : !SlackRules.take(blocks)) {
            return refusal(blocks.isMissingNode() ? "no_text" : "invalid_blocks");
        }
        String timestamp = timestamp(numbers.incrementAndGet());
        posted.add(new SlackPosted(
                channel,
                timestamp,
                body.path("thread_ts").asText(),
                body.path("text").asText(),
                blocks));
        return accepted(JSON.objectNode().put("channel", channel).put("ts", timestamp));
    }

    private static Said accepted(ObjectNode answer) {
        return Said.json(200, answer.put("ok", true));
    }

    @Override
    public void close() {
        client.shutdownNow();
        sockets.close();
        wire.close();
    }
}
