package dev.atlas.domain.chat;

import dev.atlas.domain.Decimals;
import dev.atlas.domain.InvalidValue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one answer of a model took.
 *
 * @param promptTokens of what the model was sent, 0 to 2,147,483,647
 * @param completionTokens of what it answered, those of its reasoning included, 0 to 2,147,483,647
 * @param costUsd exact, from 0 to below 10^12 with at most 18 decimals; absent if the model has no price
 */
public record ChatUsage(
        long promptTokens, long completionTokens, @Nullable BigDecimal costUsd) {

    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(12);
    private static final int MAX_DECIMALS = 18;

    public ChatUsage {
        promptTokens = tokens("prompt_tokens", promptTokens);
        completionTokens = tokens("completion_tokens", completionTokens);
        costUsd = costUsd == null ? null : cost(costUsd);
    }

    /** Of question and answer. */
    public long tokens() {
        return promptTokens + completionTokens;
    }

    /** Of both, as far as it is known; without a cost if that of one is not. */
    public static @Nullable ChatUsage together(@Nullable ChatUsage one, @Nullable ChatUsage other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return new ChatUsage(
                one.promptTokens + other.promptTokens,
                one.completionTokens + other.completionTokens,
                one.costUsd == null || other.costUsd == null ? null : one.costUsd.add(other.costUsd));
    }

    private static long tokens(String field, long count) {
        if (count < 0 || count > Integer.MAX_VALUE) {
            throw new InvalidValue(field, "must be between 0 and " + Integer.MAX_VALUE);
        }
        return count;
    }

    private static BigDecimal cost(BigDecimal value) {
        BigDecimal cost = Decimals.canonical("cost_usd", value);
        if (cost.signum() < 0 || cost.compareTo(TOO_MUCH) >= 0 || cost.scale() > MAX_DECIMALS) {
            throw new InvalidValue(
                    "cost_usd", "must be from 0 to below 10^12 with at most " + MAX_DECIMALS + " decimals");
        }
        return cost;
    }
}
