package dev.atlas.persistence;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A cost, or a sum of costs, in three whole numbers, so that every engine adds costs up exactly.
 *
 * @param usd whole dollars of it
 * @param nano beyond those, whole billionths of a dollar; of one cost below 10^9
 * @param atto beyond those, billionths of billionths; of one cost below 10^9
 */
public record ExactCost(long usd, long nano, long atto) {

    private static final int NANO = 9;

    /** @param cost with at most 18 decimals */
    public static ExactCost of(BigDecimal cost) {
        BigDecimal usd = cost.setScale(0, RoundingMode.FLOOR);
        BigDecimal nanos = cost.subtract(usd).movePointRight(NANO);
        BigDecimal nano = nanos.setScale(0, RoundingMode.FLOOR);
        return new ExactCost(
                usd.longValueExact(),
                nano.longValueExact(),
                nanos.subtract(nano).movePointRight(NANO).longValueExact());
    }

    public BigDecimal value() {
        return BigDecimal.valueOf(usd).add(BigDecimal.valueOf(nano, NANO)).add(BigDecimal.valueOf(atto, 2 * NANO));
    }
}
