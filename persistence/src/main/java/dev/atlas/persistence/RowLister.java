package dev.atlas.persistence;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads aggregates on one engine, within the current unit of work. It is told what becomes of a row; of the rows of one
 * kind that is always the same, so that an engine may keep the outcome instead of the row.
 */
public interface RowLister {

    <R extends Record, A> List<A> list(Listing<R> listing, Function<? super R, ? extends A> aggregate);

    /** What is stored under this key. */
    <R extends Record, A> Optional<A> find(Table<R> table, Object key, Function<? super R, ? extends A> aggregate);
}
