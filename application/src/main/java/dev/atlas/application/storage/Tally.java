package dev.atlas.application.storage;

import java.util.List;
import java.util.function.Function;

/**
 * How many records of a kind there are, and one digest of them all: that of the digest so far and of the next range, over
 * and over.
 */
record Tally(long records, String digest) {

    static final Tally EMPTY = new Tally(0, "");

    Tally plus(long rows, String rangeDigest) {
        return rows == 0
                ? this
                : new Tally(records + rows, Digests.of(List.of(digest, rangeDigest), Function.identity()));
    }
}
