package dev.atlas.providers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.atlas.application.providers.ProviderProblem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cause in what a provider answers instead of an answer. By its status first, then by its own code, and by words
 * of its message only where providers give several causes the same code. Nothing of it is passed on.
 *
 * <p>Sources: error codes of OpenAI, of Azure OpenAI (content filtering), of Anthropic, of the Gemini API (with
 * google.rpc.ErrorInfo and RetryInfo), of OpenRouter, and of Ollama's API.
 */
final class Diagnosis {

    private static final Pattern SECONDS = Pattern.compile("([0-9]{1,9})(\\.[0-9]+)?s?");

    private Diagnosis() {}

    /**
     * The cause.
     *
     * @param status of HTTP, or 0 if the error came in the middle of a stream and names none
     * @param body what came with it, missing if it cannot be read
     * @param retryAfter the header of that name
     * @param asked true if a model was asked, false if models were listed
     */
    static ProviderProblem of(int status, JsonNode body, @Nullable String retryAfter, Instant now, boolean asked) {
        JsonNode error = body.has("error") ? body.path("error") : body.path(0).path("error");
        int code = status != 0 ? status : statusIn(error);
        String words = words(error);
        return switch (code) {
            case 400, 409, 422 -> refused(words);
            case 401 -> new ProviderProblem.KeyRefused();
            case 402 -> new ProviderProblem.QuotaExhausted();
            case 403 ->
                has(words, "moderation", "flagged")
                        ? new ProviderProblem.ContentRefused()
                        : new ProviderProblem.KeyRefused();
            case 404, 410 -> asked ? new ProviderProblem.ModelUnknown() : new ProviderProblem.Unreachable();
            case 413 -> new ProviderProblem.ContextTooLong();
            case 429 ->
                has(words, "insufficient_quota", "credit balance", "billing_hard_limit")
                        ? new ProviderProblem.QuotaExhausted()
                        : new ProviderProblem.RateLimited(pause(retryAfter, error, now));
            case 0 -> inStream(words);
            default ->
                code >= 500
                        ? new ProviderProblem.Fault()
                        : code >= 300 && code < 400
                                ? new ProviderProblem.Unreachable()
                                : new ProviderProblem.RequestRefused();
        };
    }

    /** 400 and its like: what the provider does not take may be anything of the request. */
    private static ProviderProblem refused(String words) {
        if (has(words, "api_key_invalid", "api key not valid", "invalid_api_key", "api key expired")) {
            return new ProviderProblem.KeyRefused();
        }
        if (has(words, "content_filter", "content_policy", "responsibleai", "content management policy")) {
            return new ProviderProblem.ContentRefused();
        }
        if (has(
                words,
                "context_length_exceeded",
                "maximum context length",
                "prompt is too long",
                "exceeds the maximum number of tokens",
                "exceed context limit",
                "context window")) {
            return new ProviderProblem.ContextTooLong();
        }
        if (has(words, "model_not_found", "not a valid model", "model not found", "unknown model")) {
            return new ProviderProblem.ModelUnknown();
        }
        if (has(words, "credit balance", "insufficient_quota")) {
            return new ProviderProblem.QuotaExhausted();
        }
        return new ProviderProblem.RequestRefused();
    }

    private static ProviderProblem inStream(String words) {
        if (has(words, "rate_limit", "rate limit")) {
            return new ProviderProblem.RateLimited(null);
        }
        if (has(words, "authentication_error", "permission_error")) {
            return new ProviderProblem.KeyRefused();
        }
        ProviderProblem cause = refused(words);
        return cause instanceof ProviderProblem.RequestRefused && !has(words, "invalid_request")
                ? new ProviderProblem.Fault()
                : cause;
    }

    private static int statusIn(JsonNode error) {
        JsonNode code = error.path("code");
        int named = code.isInt() ? code.intValue() : 0;
        return named >= 300 && named <= 599 ? named : 0;
    }

    /** All that an error says of itself, to be searched and then forgotten. */
    private static String words(JsonNode error) {
        return Stream.of(
                        error,
                        error.path("code"),
                        error.path("type"),
                        error.path("status"),
                        error.path("message"),
                        error.path("innererror").path("code"),
                        error.path("details").path(0).path("reason"),
                        error.path("metadata").path("error_type"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .reduce("", (all, each) -> all + " " + each)
                .toLowerCase(Locale.ROOT);
    }

    private static boolean has(String words, String... any) {
        return Stream.of(any).anyMatch(words::contains);
    }

    /** From the header, in seconds or as a date; else from Gemini's RetryInfo. */
    private static @Nullable Duration pause(@Nullable String header, JsonNode error, Instant now) {
        if (header != null) {
            Duration seconds = seconds(header.strip());
            if (seconds != null) {
                return seconds;
            }
            try {
                Instant then = ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                return then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO;
            } catch (DateTimeException e) {
                return null;
            }
        }
        for (JsonNode detail : error.path("details")) {
            if (detail.path("retryDelay").isTextual()) {
                return seconds(detail.path("retryDelay").textValue());
            }
        }
        return null;
    }

    /** Part seconds are rounded up. */
    private static @Nullable Duration seconds(String text) {
        Matcher matcher = SECONDS.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        long whole = Long.parseLong(matcher.group(1));
        return Duration.ofSeconds(matcher.group(2) == null ? whole : whole + 1);
    }
}
