package dev.atlas.persistence.usage;

import dev.atlas.domain.usage.UsageFigures;
import dev.atlas.persistence.ExactCost;
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
                new ExactCost(next.next(), next.next(), next.next()).value(),
                next.next(),
                next.next(),
                next.next(),
                next.next(),
                next.next(),
                next.next(),
                next.next());
    }
}
