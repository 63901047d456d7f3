package dev.atlas.contract;

import dev.atlas.domain.storage.Storage;
import java.util.List;

/** An open store whose queries can be looked at. */
public interface ObservedStore extends AutoCloseable {

    Storage storage();

    /** How the engine finds what it was asked for since the last call: one for each query that it was really sent. */
    List<QueryPlan> plans();

    @Override
    void close();
}
