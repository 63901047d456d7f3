package dev.atlas.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads aggregates on one engine, within the current unit of work. It is told what becomes of a row; of the rows of one
 * kind that is always the same, so that an engine may keep the outcome instead of the row.
 */
public interface RowLister {

    <R extends Record, A> List<A> list(Listing<R> listing, Function<? super R, ? extends A> aggregate);

    /**
     * What rows have in common and come to.
     *
     * @param group the values of the columns that tell groups apart
     * @param sums of the columns that are added up
     */
    record Sums(List<@Nullable Object> group, List<Long> sums) {}

    /**
     * The rows that satisfy the conditions of a listing, added up by the engine. In no order; none if there are no rows.
     *
     * @param by the columns that tell groups apart
     * @param added columns of whole numbers, none of them nullable
     */
    List<Sums> sums(Listing<?> wanted, List<String> by, List<String> added);

    /**
     * Rows that have a value in common.
     *
     * @param rows how many there are
     * @param latest the latest of their times
     */
    record Group(Object value, long rows, Instant latest) {}

    /**
     * The rows that satisfy the conditions of a listing, counted by the engine. In no order; none if there are no rows.
     *
     * @param by the column that tells groups apart, not nullable
     * @param time the column of their times, not nullable
     */
    List<Group> groups(Listing<?> wanted, String by, String time);

    /** What is stored under this key. */
    <R extends Record, A> Optional<A> find(Table<R> table, Object key, Function<? super R, ? extends A> aggregate);
}
