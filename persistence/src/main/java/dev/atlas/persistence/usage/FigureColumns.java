package dev.atlas.persistence.usage;

import dev.atlas.domain.usage.UsageFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.List;

/** Figures as columns of whole numbers. */
final class FigureColumns {

    /** In the order of {@link #figures}. */
    static final List<String> NAMES = List.of(
            "calls",
            "failed",
            "cancelled",
            "interrupted",
            "prompt_tokens",
            "completion_tokens",
            "reasoning_tokens",
            "total_tokens",
            "cost_usd",
            "cost_nano",
            "cost_atto",
            "unpriced",
            "duration_ms",
            "timed",
            "first_token_ms",
            "began",
            "speed",
            "paced");

    private static final int NANO = 9;

    /** A cost in three whole numbers. */
    record Cost(long usd, long nano, long atto) {

        static Cost of(BigDecimal cost) {
            BigDecimal usd = cost.setScale(0, RoundingMode.FLOOR);
            BigDecimal nanos = cost.subtract(usd).movePointRight(NANO);
            BigDecimal nano = nanos.setScale(0, RoundingMode.FLOOR);
            return new Cost(
                    usd.longValueExact(),
                    nano.longValueExact(),
                    nanos.subtract(nano).movePointRight(NANO).longValueExact());
        }

        BigDecimal value() {
            return BigDecimal.valueOf(usd).add(BigDecimal.valueOf(nano, NANO)).add(BigDecimal.valueOf(atto, 2 * NANO));
        }
    }

    private FigureColumns() {}

    /** @param values of the columns {@link #NAMES}, or sums of them */
    static UsageFigures figures(List<Long> values) {
        Iterator<Long> next = values.iterator();
        return new UsageFigures(
                next.next(),
                next.next(),
                next.next(),
                next.next(),
                next.next(),
                next.next(),
                next.next(),
                next.next(),
                new Cost(next.next(), next.next(), next.next()).value(),
                next.next(),
                next.next(),
                next.next(),
                next.next(),
                next.next(),
                next.next(),
                next.next());
    }
}
