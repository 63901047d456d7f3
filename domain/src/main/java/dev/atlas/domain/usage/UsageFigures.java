package dev.atlas.domain.usage;

import dev.atlas.domain.Decimals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What calls come to.
 *
 * @param calls how many there are, {@code failed}, {@code cancelled} and {@code interrupted} ones among them
 * @param completionTokens as providers told them, with those of reasoning or without
 * @param totalTokens each once
 * @param costUsd of those whose cost is known, exact and without zeros at the end
 * @param unpriced how many of models without a price
 * @param durationMs of the {@code timed} ones
 * @param firstTokenMs of those that {@code began} to answer
 * @param speed in thousandths of tokens in a second, of the {@code paced} ones, whose speed is known
 */
public record UsageFigures(
        long calls,
        long failed,
        long cancelled,
        long interrupted,
        long promptTokens,
        long completionTokens,
        long reasoningTokens,
        long totalTokens,
        BigDecimal costUsd,
        long unpriced,
        long durationMs,
        long timed,
        long firstTokenMs,
        long began,
        long speed,
        long paced) {

    public static final UsageFigures NONE =
            new UsageFigures(0, 0, 0, 0, 0, 0, 0, 0, BigDecimal.ZERO, 0, 0, 0, 0, 0, 0, 0);

    public UsageFigures {
        costUsd = Decimals.canonical("cost_usd", costUsd.stripTrailingZeros());
    }

    /** Those of one call. */
    public static UsageFigures of(UsageRecord record) {
        ModelCall call = record.call();
        TokenCounts tokens = call.tokens();
        CallCourse course = call.course();
        Charge charge = record.charge();
        return new UsageFigures(
                1,
                one(course.outcome() == CallOutcome.FAILED),
                one(course.outcome() == CallOutcome.CANCELLED),
                one(course.outcome() == CallOutcome.INTERRUPTED),
                tokens.prompt(),
                tokens.completion(),
                tokens.reasoning(),
                tokens.total(),
                charge == null ? BigDecimal.ZERO : charge.costUsd(),
                one(charge == null),
                known(course.durationMs()),
                one(course.durationMs() != null),
                known(course.firstTokenMs()),
                one(course.firstTokenMs() != null),
                known(call.speed()),
                one(call.speed() != null));
    }

    /** Both together. */
    public UsageFigures plus(UsageFigures more) {
        return new UsageFigures(
                calls + more.calls,
                failed + more.failed,
                cancelled + more.cancelled,
                interrupted + more.interrupted,
                promptTokens + more.promptTokens,
                completionTokens + more.completionTokens,
                reasoningTokens + more.reasoningTokens,
                totalTokens + more.totalTokens,
                costUsd.add(more.costUsd),
                unpriced + more.unpriced,
                durationMs + more.durationMs,
                timed + more.timed,
                firstTokenMs + more.firstTokenMs,
                began + more.began,
                speed + more.speed,
                paced + more.paced);
    }

    private static long one(boolean counted) {
        return counted ? 1 : 0;
    }

    private static long known(@Nullable Long value) {
        return value == null ? 0 : value;
    }
}
