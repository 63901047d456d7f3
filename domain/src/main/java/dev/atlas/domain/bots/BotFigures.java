package dev.atlas.domain.bots;

import dev.atlas.domain.Decimals;
import dev.atlas.domain.chat.ChatUsage;
import java.math.BigDecimal;

/**
 * What messages to and from bots come to.
 *
 * @param inbound how many were said to bots
 * @param outbound how many bots answered
 * @param inputTokens of what models were sent
 * @param outputTokens of what they answered
 * @param costUsd of those answers whose cost is known, exact and without zeros at the end
 * @param unpriced how many answers are of models without a price
 * @param errors with how many answers something went wrong
 */
public record BotFigures(
        long inbound,
        long outbound,
        long inputTokens,
        long outputTokens,
        BigDecimal costUsd,
        long unpriced,
        long errors) {

    public static final BotFigures NONE = new BotFigures(0, 0, 0, 0, BigDecimal.ZERO, 0, 0);

    /** An answer that was counted before it was known that something went wrong with it. */
    static final BotFigures ERROR = new BotFigures(0, 0, 0, 0, BigDecimal.ZERO, 0, 1);

    public BotFigures {
        costUsd = Decimals.canonical("cost_usd", costUsd.stripTrailingZeros());
    }

    /** Those of one message. */
    public static BotFigures of(BotMessage message) {
        ChatUsage usage = message.usage();
        BigDecimal cost = usage == null ? null : usage.costUsd();
        return new BotFigures(
                one(message.direction() == BotDirection.INBOUND),
                one(message.direction() == BotDirection.OUTBOUND),
                usage == null ? 0 : usage.promptTokens(),
                usage == null ? 0 : usage.completionTokens(),
                cost == null ? BigDecimal.ZERO : cost,
                one(usage != null && cost == null),
                one(message.error() != null));
    }

    /** In both directions. */
    public long messages() {
        return inbound + outbound;
    }

    /** Both together. */
    public BotFigures plus(BotFigures more) {
        return new BotFigures(
                inbound + more.inbound,
                outbound + more.outbound,
                inputTokens + more.inputTokens,
                outputTokens + more.outputTokens,
                costUsd.add(more.costUsd),
                unpriced + more.unpriced,
                errors + more.errors);
    }

    private static long one(boolean counted) {
        return counted ? 1 : 0;
    }
}
