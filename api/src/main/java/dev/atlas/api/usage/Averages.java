package dev.atlas.api.usage;

import dev.atlas.domain.usage.UsageFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Means of figures, rounded for people; none of nothing. */
final class Averages {

    private static final int COST_DECIMALS = 6;

    /** Speeds are kept in thousandths. */
    private static final int SPEED_DECIMALS = 3;

    private Averages() {}

    /** With one decimal. */
    static @Nullable Double of(long sum, long count) {
        return of(BigDecimal.valueOf(sum), count);
    }

    /** Tokens in a second, of the calls whose speed is known. */
    static @Nullable Double speed(UsageFigures figures) {
        return of(BigDecimal.valueOf(figures.speed(), SPEED_DECIMALS), figures.paced());
    }

    /** Of the calls whose cost is known. */
    static @Nullable String cost(UsageFigures figures) {
        long priced = figures.calls() - figures.unpriced();
        return priced == 0
                ? null
                : figures.costUsd()
                        .divide(BigDecimal.valueOf(priced), COST_DECIMALS, RoundingMode.HALF_EVEN)
                        .toPlainString();
    }

    private static @Nullable Double of(BigDecimal sum, long count) {
        return count == 0
                ? null
                : (Double) sum.divide(BigDecimal.valueOf(count), 1, RoundingMode.HALF_EVEN)
                        .doubleValue();
    }
}
