package dev.atlas.domain.chat;

import dev.atlas.domain.Decimals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What all messages of a session come to, kept with it so that nobody need add them up.
 *
 * @param messages how many there are; the number of the last one too, as none goes without the session
 * @param costUsd of the answers whose cost is known, exact
 * @param unpriced answers of models that have no price
 */
public record ChatTotals(long messages, long promptTokens, long completionTokens, BigDecimal costUsd, long unpriced) {

    public static final ChatTotals NONE = new ChatTotals(0, 0, 0, BigDecimal.ZERO, 0);

    public ChatTotals {
        costUsd = Decimals.canonical("cost_usd", costUsd);
    }

    /** With one message more. */
    ChatTotals with(@Nullable ChatUsage usage) {
        return new ChatTotals(messages + 1, promptTokens, completionTokens, costUsd, unpriced).and(usage);
    }

    /** With what one of the messages took, as far as it is known now. */
    ChatTotals and(@Nullable ChatUsage usage) {
        if (usage == null) {
            return this;
        }
        BigDecimal cost = usage.costUsd();
        return new ChatTotals(
                messages,
                promptTokens + usage.promptTokens(),
                completionTokens + usage.completionTokens(),
                cost == null ? costUsd : costUsd.add(cost),
                cost == null ? unpriced + 1 : unpriced);
    }
}
