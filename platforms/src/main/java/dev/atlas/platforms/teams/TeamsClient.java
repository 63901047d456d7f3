package dev.atlas.platforms.teams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.atlas.application.bots.platform.PlatformFailure;
import dev.atlas.application.bots.platform.PlatformProblem;
import dev.atlas.platforms.http.Answer;
import dev.atlas.platforms.http.PlatformHttp;
import dev.atlas.platforms.markup.TeamsCard;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Speaks to Teams as one app. Every method waits for the answer, throws {@link PlatformFailure} if it is not the one that was asked for,
 * and repeats nothing but what was refused for a token that is old. Safe for many threads.
 */
public final class TeamsClient {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Tokens are not used to their very end. */
    private static final Duration SPARE = Duration.ofMinutes(5);

    private static final String SCOPE = "https://api.botframework.com/.default";
    private static final String CARD = "application/vnd.microsoft.card.adaptive";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private record Token(String value, Instant until) {}

    private final PlatformHttp http;
    private final TeamsAccess access;
    private final Clock clock;
    private @Nullable Token token;

    public TeamsClient(PlatformHttp http, TeamsAccess access, Clock clock) {
        this.http = http;
        this.access = access;
        this.clock = clock;
    }

    /** Whether the password is taken. */
    public void check() {
        forget();
        token();
    }

    /**
     * Answers a message, or says something unasked.
     *
     * @param serviceAddress that of the message, which Teams has signed: the token is sent there
     * @param replyTo what is answered; null for nothing
     * @return the id of the answer
     */
    public String reply(String serviceAddress, String conversation, @Nullable String replyTo, TeamsCard card) {
        ObjectNode activity = JSON.objectNode().put("type", "message").put("summary", card.plain());
        activity.putArray("attachments")
                .addObject()
                .put("contentType", CARD)
                .putRawValue("content", new RawValue(card.json()));
        String place = activities(serviceAddress, conversation);
        if (replyTo != null) {
            activity.put("replyToId", replyTo);
            place += "/" + encoded(replyTo);
        }
        return post(place, activity).path("id").asText();
    }

    /** Shows for some seconds, or until the next message, that the bot is writing. */
    public void sendTyping(String serviceAddress, String conversation) {
        post(activities(serviceAddress, conversation), JSON.objectNode().put("type", "typing"));
    }

    private static String activities(String serviceAddress, String conversation) {
        String base = serviceAddress.endsWith("/") ? serviceAddress : serviceAddress + "/";
        return base + "v3/conversations/" + encoded(conversation) + "/activities";
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private JsonNode post(String address, ObjectNode activity) {
        Answer answer = send(address, activity);
        if (answer.status() == 401) {
            forget();
            answer = send(address, activity);
        }
        if (answer.status() / 100 != 2) {
            throw new PlatformFailure(problem(answer));
        }
        return answer.body();
    }

    private Answer send(String address, ObjectNode activity) {
        try {
            return http.send(
                    PlatformHttp.to(URI.create(address))
                            .setHeader("Content-Type", "application/json")
                            .setHeader("Authorization", "Bearer " + token())
                            .POST(BodyPublishers.ofString(activity.toString()))
                            .build(),
                    PATIENCE);
        } catch (IllegalArgumentException e) {
            throw new PlatformFailure(new PlatformProblem.Unreachable());
        }
    }

    private static PlatformProblem problem(Answer answer) {
        return switch (answer.status()) {
            case 401 -> new PlatformProblem.TokenRefused();
            case 403, 404 -> new PlatformProblem.RecipientGone();
            case 429 ->
                new PlatformProblem.RateLimited(Objects.requireNonNullElse(answer.pause(), PlatformProblem.PAUSE));
            default ->
                answer.status() >= 500
                        ? new PlatformProblem.Fault()
                        : answer.status() / 100 == 3
                                ? new PlatformProblem.Unreachable()
                                : new PlatformProblem.RequestRefused();
        };
    }

    private synchronized void forget() {
        token = null;
    }

    private synchronized String token() {
        Token known = token;
        if (known == null || !clock.instant().isBefore(known.until())) {
            known = fresh();
            token = known;
        }
        return known.value();
    }

    private Token fresh() {
        String question = "grant_type=client_credentials&client_id=" + encoded(access.appId()) + "&client_secret="
                + encoded(access.password()) + "&scope=" + encoded(SCOPE);
        Instant now = clock.instant();
        Answer answer = http.send(
                PlatformHttp.to(access.tokens())
                        .setHeader("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(question))
                        .build(),
                PATIENCE);
        JsonNode body = answer.body();
        if (answer.status() == 400 || answer.status() == 401) {
            throw new PlatformFailure(new PlatformProblem.TokenRefused());
        }
        if (answer.status() != 200) {
            throw new PlatformFailure(problem(answer));
        }
        if (!body.path("access_token").isTextual()) {
            throw new PlatformFailure(new PlatformProblem.Unreadable());
        }
        Duration life = Duration.ofSeconds(body.path("expires_in").asLong(0));
        return new Token(body.path("access_token").textValue(), now.plus(life).minus(SPARE));
    }
}
