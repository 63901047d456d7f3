package dev.atlas.domain.tracking;

import org.jspecify.annotations.Nullable;

/** The part of the data a subject belongs to, for each challenge. */
public record Splits(@Nullable Split challenge1, @Nullable Split challenge2) {

    public static final Splits NONE = new Splits(null, null);
}
