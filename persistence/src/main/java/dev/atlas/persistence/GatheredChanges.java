package dev.atlas.persistence;

import dev.atlas.domain.storage.CommittedChanges;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.RecordKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** Puts what is read from a log, one touched record after the other, together to transactions. Not safe for several threads. */
public final class GatheredChanges {

    private final List<CommittedChanges> transactions = new ArrayList<>();
    private SequencedMap<Kind, SequencedSet<RecordKey>> touched = new LinkedHashMap<>();
    private int count;

    /** Throws {@link IllegalArgumentException} for a limit with which nobody gets on. */
    public static void requireLimit(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("the limit of a batch is " + limit + ", not at least 1");
        }
    }

    /** The transaction that is being read touched this record. */
    public void touched(Kind kind, RecordKey key) {
        touched.computeIfAbsent(kind, each -> new LinkedHashSet<>()).add(key);
        count++;
    }

    /** The transaction that is being read is complete. Does nothing if it touched nothing. */
    public void end(Position position) {
        if (!touched.isEmpty()) {
            transactions.add(new CommittedChanges(position, touched));
            touched = new LinkedHashMap<>();
        }
    }

    /** How many were touched; one that was touched twice counts twice. */
    public int count() {
        return count;
    }

    /** Those that are complete. */
    public List<CommittedChanges> transactions() {
        return transactions;
    }
}
