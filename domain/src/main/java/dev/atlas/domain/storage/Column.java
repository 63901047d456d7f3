package dev.atlas.domain.storage;

import org.jspecify.annotations.Nullable;

/**
 * One value of a stored record.
 *
 * @param name the same in every engine, in exports and in reports, in snake_case
 * @param refersTo the kind whose key it holds, if it holds one that must be there
 * @param secret true if no report may show its values: hashes of passwords and tokens, and what is encrypted
 */
public record Column(
        String name, Type type, boolean nullable, @Nullable String refersTo, boolean secret) {

    /** A column that refers to nothing and is no secret. */
    public Column(String name, Type type, boolean nullable) {
        this(name, type, nullable, null, false);
    }

    /** What a column holds, and in brackets what it is in Java. Every engine holds every type exactly. */
    public enum Type {
        /** {@link java.util.UUID}. */
        ID,
        /** {@link String}, compared by the bytes of its UTF-8 form. */
        TEXT,
        /** {@link Long}. */
        INTEGER,
        /** {@link Double}: finite, and -0.0 is 0.0 (SQLite keeps neither NaN nor the sign of zero). */
        DOUBLE,
        /** {@link Boolean}. */
        BOOLEAN,
        /** {@link java.time.Instant} in microseconds. */
        INSTANT,
        /** {@link java.math.BigDecimal} in the form of {@link dev.atlas.domain.Decimals}. */
        DECIMAL,
        /** {@link dev.atlas.domain.Json}. */
        JSON,
        /** {@code List<String>} in its order. */
        TEXTS,
        /** {@code SortedMap<String, Double>}, every double included. */
        DOUBLES
    }
}
