package dev.atlas.domain.tracking;

import dev.atlas.domain.InvalidValue;
import org.jspecify.annotations.Nullable;

/** The rules for single numbers that may be absent; absent stays absent. */
final class Numbers {

    private Numbers() {}

    /** Finite; -0.0 becomes 0.0, because not every engine keeps the sign of zero. */
    static @Nullable Double finite(String field, @Nullable Double value) {
        if (value == null) {
            return null;
        }
        if (!Double.isFinite(value)) {
            throw new InvalidValue(field, "must be a finite number");
        }
        return value + 0.0;
    }

    static @Nullable Double finiteNotNegative(String field, @Nullable Double value) {
        Double finite = finite(field, value);
        if (finite != null && finite < 0) {
            throw new InvalidValue(field, "must not be negative");
        }
        return finite;
    }

    static @Nullable Long notNegative(String field, @Nullable Long value) {
        if (value != null && value < 0) {
            throw new InvalidValue(field, "must not be negative");
        }
        return value;
    }

    /** 0 to 2,147,483,647: some trackers count from 0, others from 1, and neither is renumbered. */
    static long epoch(String field, long value) {
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new InvalidValue(field, "must be between 0 and " + Integer.MAX_VALUE);
        }
        return value;
    }

    /** 1 or 2. Source: tracking reference, section 1.1. */
    static @Nullable Long challenge(String field, @Nullable Long value) {
        if (value != null && value != 1 && value != 2) {
            throw new InvalidValue(field, "must be 1 or 2");
        }
        return value;
    }
}
