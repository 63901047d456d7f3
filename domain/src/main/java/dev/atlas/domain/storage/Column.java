package dev.atlas.domain.storage;

/**
 * One value of a stored record.
 *
 * @param name the same in every engine, in exports and in reports, in snake_case
 */
public record Column(String name, Type type, boolean nullable) {

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
        /** {@link java.math.BigDecimal} with at most 34 digits; the scale is part of it. */
        DECIMAL,
        /** {@link dev.atlas.domain.Json}. */
        JSON,
        /** {@code List<String>} in its order. */
        TEXTS,
        /** {@code SortedMap<String, Double>}, every double included. */
        DOUBLES
    }
}
