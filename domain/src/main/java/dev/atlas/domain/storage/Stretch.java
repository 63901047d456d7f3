package dev.atlas.domain.storage;

import org.jspecify.annotations.Nullable;

/**
 * Where to read records of a kind that follow each other in the order of their keys.
 *
 * @param after the key before the first; null for the beginning
 * @param rows how many, at least 1, if the kind has so many. What is written meanwhile can make it some more or fewer
 */
public record Stretch(Kind kind, @Nullable RecordKey after, int rows) {

    public Stretch {
        if (rows < 1) {
            throw new IllegalArgumentException("a stretch has " + rows + " rows, not at least 1");
        }
    }
}
