package dev.atlas.domain.storage;

import java.util.List;

/** What {@link ChangeFeed#read} answers. */
public sealed interface Changes {

    /**
     * All that was committed after the position that was asked for, up to {@code position}.
     *
     * @param position where to go on reading
     */
    record Batch(List<CommittedChanges> transactions, Position position) implements Changes {

        public Batch {
            transactions = List.copyOf(transactions);
        }
    }

    /**
     * The feed cannot say what came after that position: it was forgotten since, it is of another epoch or not of this
     * store at all, or a table or collection was dropped meanwhile. Whoever follows must start over with a copy.
     */
    record Trimmed() implements Changes {}
}
