package dev.atlas.persistence;

import java.util.List;
import java.util.Optional;

/** Reads rows on one engine, within the current unit of work. */
public interface RowLister {

    <R extends Record> List<R> list(Listing<R> listing);

    /** The row with this key, as it is stored. */
    <R extends Record> Optional<R> find(Table<R> table, Object key);
}
