package dev.atlas.domain.providers;

import dev.atlas.domain.Decimals;
import dev.atlas.domain.InvalidValue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much each user may ask of models, on all nodes together. What is absent is not limited.
 *
 * @param requestsPerMinute within a minute of the clock, 1 to 1,000,000
 * @param tokensPerMinute of questions and answers that ended within a minute of the clock, 1 to 10^9; the answer that goes over it
 *     is the last one
 * @param costUsdPerDay within a day in UTC, from 0 to below 10^12 with at most 18 decimals; the answer that goes over it is the
 *     last one, and what has no price costs nothing
 */
public record ChatLimits(
        @Nullable Integer requestsPerMinute,
        @Nullable Long tokensPerMinute,
        @Nullable BigDecimal costUsdPerDay) {

    public static final ChatLimits NONE = new ChatLimits(null, null, null);

    public static final int MOST_REQUESTS = 1_000_000;
    public static final long MOST_TOKENS = 1_000_000_000L;
    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(12);
    private static final int MAX_DECIMALS = 18;

    public ChatLimits {
        if (requestsPerMinute != null && (requestsPerMinute < 1 || requestsPerMinute > MOST_REQUESTS)) {
            throw new InvalidValue("requests_per_minute", "must be between 1 and " + MOST_REQUESTS);
        }
        if (tokensPerMinute != null && (tokensPerMinute < 1 || tokensPerMinute > MOST_TOKENS)) {
            throw new InvalidValue("tokens_per_minute", "must be between 1 and " + MOST_TOKENS);
        }
        costUsdPerDay = costUsdPerDay == null ? null : cost(costUsdPerDay);
    }

    private static BigDecimal cost(BigDecimal value) {
        BigDecimal cost = Decimals.canonical("cost_usd_per_day", value);
        if (cost.signum() < 0 || cost.compareTo(TOO_MUCH) >= 0 || cost.scale() > MAX_DECIMALS) {
            throw new InvalidValue(
                    "cost_usd_per_day", "must be from 0 to below 10^12 with at most " + MAX_DECIMALS + " decimals");
        }
        return cost;
    }

    /** True if somebody must count what was asked in this minute. */
    public boolean perMinute() {
        return requestsPerMinute != null || tokensPerMinute != null;
    }
}
