package dev.atlas.platforms.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.atlas.application.bots.platform.PlatformFailure;
import dev.atlas.application.bots.platform.PlatformProblem;
import dev.atlas.platforms.http.Answer;
import dev.atlas.platforms.http.PlatformHttp;
import dev.atlas.platforms.markup.SlackMessage;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to Slack's Web API as one app. Every method waits for the answer, throws {@link PlatformFailure} if it is not the one that was
 * asked for, and repeats nothing. Safe for many threads.
 */
public final class SlackClient {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final PlatformHttp http;
    private final SlackAccess access;

    public SlackClient(PlatformHttp http, SlackAccess access) {
        this.http = http;
        this.access = access;
    }

    /** Who the bot is, which also tells whether the token is taken. */
    public SlackBot authTest() {
        JsonNode answer = result(post("auth.test", access.botToken(), JSON.objectNode()));
        if (!answer.path("user_id").isTextual()) {
            throw new PlatformFailure(new PlatformProblem.Unreadable());
        }
        return new SlackBot(
                answer.path("user_id").textValue(),
                answer.path("user").asText(),
                answer.path("team").asText());
    }

    /**
     * Sends it, as text alone if Slack does not take the blocks.
     *
     * @param thread in which it goes; absent if in none
     * @return by what Slack knows the message within its channel
     */
    public String postMessage(String channel, SlackMessage message, @Nullable String thread) {
        ObjectNode question = message(channel, message, thread);
        question.putRawValue("blocks", new RawValue(message.blocks()));
        Answer answer = post("chat.postMessage", access.botToken(), question);
        if (SlackDiagnosis.error(answer).startsWith("invalid_blocks")
                || SlackDiagnosis.error(answer).equals("msg_blocks_too_long")) {
            answer = post("chat.postMessage", access.botToken(), message(channel, message, thread));
        }
        return result(answer).path("ts").asText();
    }

    private static ObjectNode message(String channel, SlackMessage message, @Nullable String thread) {
        ObjectNode question = JSON.objectNode()
                .put("channel", channel)
                .put("text", message.text())
                .put("unfurl_links", false)
                .put("unfurl_media", false);
        if (thread != null) {
            question.put("thread_ts", thread);
        }
        return question;
    }

    /** Puts this sign beside a message; nothing is wrong if it is there already. */
    public void addReaction(String channel, String messageId, String sign) {
        react("reactions.add", channel, messageId, sign, "already_reacted");
    }

    /** Takes this sign away; nothing is wrong if it is not there. */
    public void removeReaction(String channel, String messageId, String sign) {
        react("reactions.remove", channel, messageId, sign, "no_reaction");
    }

    private void react(String method, String channel, String messageId, String sign, String doneBefore) {
        ObjectNode question = JSON.objectNode()
                .put("channel", channel)
                .put("timestamp", messageId)
                .put("name", sign);
        Answer answer = post(method, access.botToken(), question);
        if (!SlackDiagnosis.error(answer).equals(doneBefore)) {
            result(answer);
        }
    }

    public SlackUser userInfo(String id) {
        URI address =
                URI.create(access.method("users.info") + "?user=" + URLEncoder.encode(id, StandardCharsets.UTF_8));
        JsonNode user =
                result(send(PlatformHttp.to(address).GET(), access.botToken())).path("user");
        String shown = user.path("profile").path("display_name").asText();
        String name = shown.isBlank() ? user.path("real_name").asText() : shown;
        return new SlackUser(id, user.path("name").asText(), name.isBlank() ? null : name);
    }

    /** Where a socket can be opened, once and soon. */
    URI openConnection() {
        String token = access.appToken();
        if (token == null) {
            throw new PlatformFailure(new PlatformProblem.TokenRefused());
        }
        JsonNode answer = result(post("apps.connections.open", token, JSON.objectNode()));
        try {
            return URI.create(answer.path("url").asText());
        } catch (IllegalArgumentException e) {
            throw new PlatformFailure(new PlatformProblem.Unreadable());
        }
    }

    private Answer post(String method, String token, ObjectNode question) {
        return send(
                PlatformHttp.to(access.method(method))
                        .setHeader("Content-Type", "application/json; charset=utf-8")
                        .POST(BodyPublishers.ofString(question.toString())),
                token);
    }

    private Answer send(HttpRequest.Builder request, String token) {
        try {
            request.setHeader("Authorization", "Bearer " + token);
        } catch (IllegalArgumentException e) {
            throw new PlatformFailure(new PlatformProblem.TokenRefused());
        }
        return http.send(request.build(), PATIENCE);
    }

    private static JsonNode result(Answer answer) {
        if (answer.status() == 200 && answer.body().path("ok").asBoolean()) {
            return answer.body();
        }
        throw new PlatformFailure(SlackDiagnosis.of(answer));
    }
}
