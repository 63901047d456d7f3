package dev.atlas.domain.switching;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Aggregates;
import java.util.List;

/** The journal of the switches this store took part in. It never moves to another store. */
public interface Switches extends Aggregates<Id<Switch>, Switch> {

    /** As many as whoever asks what became of a switch looks back: far more than a team makes in a year. */
    int RECENT = 100;

    /** Up to {@code limit} of them, the one begun last first, then by id. */
    List<Switch> newest(int limit);
}
