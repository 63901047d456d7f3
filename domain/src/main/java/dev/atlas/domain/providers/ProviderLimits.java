package dev.atlas.domain.providers;

import dev.atlas.domain.InvalidValue;
import java.time.Duration;

/**
 * How long Atlas waits for a provider, and how much it asks of it at once.
 *
 * @param connectSeconds until there is a connection, 1 to 60
 * @param firstTokenSeconds until a streamed answer begins, 1 to 600
 * @param betweenTokensSeconds until it goes on, 1 to 600
 * @param callSeconds until it has ended, however it is answered, 1 to 3600
 * @param retries how often it is asked again after it could not be reached, was too busy or failed before it said anything,
 *     0 to 5
 * @param concurrentCalls how many calls one node has going on at once, 1 to 1000
 */
public record ProviderLimits(
        int connectSeconds,
        int firstTokenSeconds,
        int betweenTokensSeconds,
        int callSeconds,
        int retries,
        int concurrentCalls) {

    public static final ProviderLimits USUAL = new ProviderLimits(10, 60, 60, 600, 2, 256);

    public ProviderLimits {
        within("connect_seconds", connectSeconds, 1, 60);
        within("first_token_seconds", firstTokenSeconds, 1, 600);
        within("between_tokens_seconds", betweenTokensSeconds, 1, 600);
        within("call_seconds", callSeconds, 1, 3600);
        within("retries", retries, 0, 5);
        within("concurrent_calls", concurrentCalls, 1, 1000);
    }

    public Duration connect() {
        return Duration.ofSeconds(connectSeconds);
    }

    public Duration firstToken() {
        return Duration.ofSeconds(firstTokenSeconds);
    }

    public Duration betweenTokens() {
        return Duration.ofSeconds(betweenTokensSeconds);
    }

    public Duration call() {
        return Duration.ofSeconds(callSeconds);
    }

    private static void within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidValue(field, "must be between " + least + " and " + most);
        }
    }
}
