package dev.atlas.domain;

import java.math.BigDecimal;

/**
 * Exact numbers as Atlas keeps them: at most 34 digits, as decimal128 holds, and a scale that is part of the value ({@code
 * 2.0} is not {@code 2}) but never negative, because PostgreSQL's {@code numeric} knows no other: {@code 1E+3} is
 * {@code 1000}.
 */
public final class Decimals {

    private static final int MAX_DIGITS = 34;
    private static final int MAX_SCALE = 6176;

    private Decimals() {}

    /** The one form of {@code value}. Throws {@link InvalidValue} naming {@code field} if it has more digits than are kept. */
    public static BigDecimal canonical(String field, BigDecimal value) {
        if (value.signum() == 0 && value.scale() < 0) {
            return BigDecimal.ZERO;
        }
        long digits = value.precision() - Math.min(0L, value.scale());
        if (digits > MAX_DIGITS || value.scale() > MAX_SCALE) {
            throw new InvalidValue(field, "must have at most " + MAX_DIGITS + " digits");
        }
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}
