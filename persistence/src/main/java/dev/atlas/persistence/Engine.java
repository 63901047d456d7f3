package dev.atlas.persistence;

import dev.atlas.domain.storage.Records;

/** What an engine brings beside its row repositories, for the unit of work that is running on this thread. */
public interface Engine {

    CurrentUnit<?> unit();

    RowLister lister();

    References references();

    Records records();
}
