package dev.atlas.platforms.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atlas.application.bots.platform.PlatformProblem;
import dev.atlas.platforms.http.Answer;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * Finds the cause in what Telegram answers instead of a result: by its code first, and by words of its description only where it gives
 * several causes the same code. Nothing of it is passed on. Source: Bot API, making requests and ResponseParameters.
 */
final class TelegramDiagnosis {

    private TelegramDiagnosis() {}

    static PlatformProblem of(Answer answer) {
        JsonNode body = answer.body();
        JsonNode parameters = body.path("parameters");
        int code = body.path("error_code").asInt(answer.status());
        if (code < 500 && !body.has("ok")) {
            return new PlatformProblem.Unreachable();
        }
        return switch (code) {
            case 401, 404 -> new PlatformProblem.TokenRefused();
            case 403 -> new PlatformProblem.RecipientGone();
            case 409 -> new PlatformProblem.Taken();
            case 429 -> new PlatformProblem.RateLimited(pause(answer, parameters));
            case 400 ->
                parameters.has("migrate_to_chat_id")
                        ? new PlatformProblem.RecipientMoved(
                                parameters.path("migrate_to_chat_id").asText())
                        : refused(words(body));
            default -> code >= 500 ? new PlatformProblem.Fault() : new PlatformProblem.RequestRefused();
        };
    }

    /** True if it did not understand the markup: the same text without any may be sent. */
    static boolean isAboutMarkup(Answer answer) {
        String words = words(answer.body());
        return answer.status() == 400 && (words.contains("can't parse entities") || words.contains("can't find end"));
    }

    private static PlatformProblem refused(String words) {
        boolean gone = words.contains("chat not found")
                || words.contains("user not found")
                || words.contains("peer_id_invalid")
                || words.contains("not enough rights")
                || words.contains("have no rights")
                || words.contains("topic_closed")
                || words.contains("message thread not found");
        return gone ? new PlatformProblem.RecipientGone() : new PlatformProblem.RequestRefused();
    }

    private static Duration pause(Answer answer, JsonNode parameters) {
        JsonNode seconds = parameters.path("retry_after");
        return seconds.canConvertToInt() && seconds.intValue() >= 0
                ? Duration.ofSeconds(seconds.intValue())
                : Objects.requireNonNullElse(answer.pause(), PlatformProblem.PAUSE);
    }

    private static String words(JsonNode body) {
        return body.path("description").asText().toLowerCase(Locale.ROOT);
    }
}
