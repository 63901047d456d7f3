package dev.atlas.platformwire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What Teams is to one app: published keys, tokens for the password, and conversations to answer in. Source: Bot Framework, authentication
 * with the Bot Connector API and its activities.
 */
public final class TeamsServer implements AutoCloseable {

    public static final String APP = "11111111-2222-3333-4444-555555555555";
    public static final String PASSWORD = "pass+word&of=this test";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Wire wire = new Wire(this::answer);
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private final Map<String, Deque<Said>> next = new ConcurrentHashMap<>();
    private final Set<String> conversations = ConcurrentHashMap.newKeySet();
    private final Queue<JsonNode> posted = new ConcurrentLinkedQueue<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile TeamsSigner signer = TeamsSigner.fresh("key-1");

    private TeamsServer() {}

    public static TeamsServer start() {
        return new TeamsServer();
    }

    public URI metadata() {
        return wire.address("/metadata");
    }

    public URI tokens() {
        return wire.address("/token");
    }

    /** Where answers go. */
    public String service() {
        return wire.address("/emea/").toString();
    }

    /** Signs with another key from now on; the one before is not published any more. */
    public void rollOver() {
        signer = TeamsSigner.fresh("key-" + numbers.incrementAndGet());
    }

    public TeamsSigner signer() {
        return signer;
    }

    /** Takes no token that it has given so far. */
    public void forgetTokens() {
        tokens.incrementAndGet();
    }

    /** What is told when somebody says this to the bot alone. */
    public ObjectNode says(String user, String conversation, String text) {
        conversations.add(conversation);
        ObjectNode activity = JSON.objectNode()
                .put("type", "message")
                .put("id", Integer.toString(numbers.incrementAndGet()))
                .put("timestamp", "2026-01-02T03:04:05.678Z")
                .put("channelId", "msteams")
                .put("serviceUrl", service())
                .put("text", text);
        activity.putObject("from").put("id", user).put("name", "Name " + user);
        activity.putObject("recipient").put("id", "28:" + APP).put("name", "Atlas");
        activity.putObject("conversation").put("id", conversation).put("conversationType", "personal");
        return activity;
    }

    /** What is told when somebody mentions the bot in a channel. */
    public ObjectNode mentions(String user, String conversation, String text) {
        ObjectNode activity = says(user, conversation, "<at>Atlas</at> " + text);
        ((ObjectNode) activity.path("conversation")).put("conversationType", "channel");
        ObjectNode entity = activity.putArray("entities").addObject();
        entity.put("type", "mention")
                .put("text", "<at>Atlas</at>")
                .putObject("mentioned")
                .put("id", "28:" + APP);
        return activity;
    }

    /** What this path, such as {@code /token}, is answered the next time; more of them one after the other. */
    public void next(String path, Said... answers) {
        next.computeIfAbsent(path, any -> new ArrayDeque<>()).addAll(List.of(answers));
    }

    /** What it was asked so far, in order. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Activities of the bot that arrived, in order. */
    public List<JsonNode> posted() {
        return List.copyOf(posted);
    }

    private Said answer(Asked question) {
        asked.add(question);
        String path = question.path().startsWith("/emea/") ? "/emea" : question.path();
        Deque<Said> told = next.get(path);
        Said first = told == null ? null : told.poll();
        if (first != null) {
            return first;
        }
        return switch (path) {
            case "/metadata" ->
                Said.json(
                        200,
                        JSON.objectNode()
                                .put("issuer", "https://api.botframework.com")
                                .put("jwks_uri", wire.address("/keys").toString()));
            case "/keys" -> Said.json(200, "{\"keys\":[" + signer.published() + "]}");
            case "/token" -> token(question.body());
            case "/emea" -> post(question);
            default -> Said.json(404, "{}");
        };
    }

    private Said token(String body) {
        boolean ours = body.contains("client_id=" + APP)
                && body.contains("client_secret=pass%2Bword%26of%3Dthis%20test")
                && body.contains("grant_type=client_credentials")
                && body.contains("scope=https%3A%2F%2Fapi.botframework.com%2F.default");
        return ours
                ? Said.json(
                        200,
                        JSON.objectNode()
                                .put("token_type", "Bearer")
                                .put("expires_in", 3599)
                                .put("access_token", "token-" + tokens.get()))
                : Said.json(401, JSON.objectNode().put("error", "invalid_client"));
    }

    private Said post(Asked question) {
        if (!question.header("authorization").equals("Bearer token-" + tokens.get())) {
            return Said.json(401, "{\"message\":\"Authorization has been denied for this request.\"}");
        }
        String[] parts = question.path().split("/", -1);
        if (parts.length < 6 || !conversations.contains(parts[4])) {
            return Said.json(404, "{\"error\":{\"code\":\"ConversationNotFound\"}}");
        }
        JsonNode activity = question.json();
        if (question.body().length() > 28_000) {
            return Said.json(413, "{\"error\":{\"code\":\"MessageSizeTooBig\"}}");
        }
        posted.add(activity);
        return Said.json(201, JSON.objectNode().put("id", Integer.toString(numbers.incrementAndGet())));
    }

    @Override
    public void close() {
        wire.close();
    }
}
