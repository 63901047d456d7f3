package dev.atlas.application.shadow;

import java.util.List;

/** An answer without the values of records, so that no secret is in it. */
public sealed interface ShownAnswer {

    /**
     * Records.
     *
     * @param keys in the order of the answer
     * @param more true if the list goes on
     */
    record Found(List<String> keys, boolean more) implements ShownAnswer {
        public Found {
            keys = List.copyOf(keys);
        }
    }

    /** Yes or no. */
    record Said(boolean value) implements ShownAnswer {}

    /** There was no answer, as this column of a record cannot be read. */
    record Unreadable(String column) implements ShownAnswer {}
}
