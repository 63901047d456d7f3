package dev.atlas.domain.nodes;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Aggregates;
import java.util.List;

/** The nodes that run, and those that ended without a word and were not missed yet. They never move to another store. */
public interface Nodes extends Aggregates<Id<Node>, Node> {

    /** Up to {@code limit} of them, those that started first first, then by id. */
    List<Node> oldest(int limit);
}
