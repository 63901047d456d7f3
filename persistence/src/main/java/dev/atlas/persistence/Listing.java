package dev.atlas.persistence;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.Page;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question for rows of one table: those that satisfy every condition, in order, after a place, up to a limit. Immutable.
 *
 * @param order the columns that order, all in the same direction; none of them nullable, together unique
 * @param after the values of the order's columns at the last row already seen
 */
public record Listing<R extends Record>(
        Table<R> table,
        List<Condition> where,
        List<String> order,
        boolean descending,
        @Nullable List<Object> after,
        int limit) {

    public static <R extends Record> Listing<R> of(Class<R> row) {
        return new Listing<>(Table.of(row), List.of(), List.of("id"), false, null, Integer.MAX_VALUE);
    }

    public Listing<R> where(Condition condition) {
        List<Condition> all = new ArrayList<>(where);
        all.add(condition);
        return new Listing<>(table, List.copyOf(all), order, descending, after, limit);
    }

    /** Adds the condition that {@code column} is {@code value}; nothing if that is null. */
    public Listing<R> whereEqual(String column, @Nullable Object value) {
        return value == null ? this : where(new Condition.Equal(column, value));
    }

    public Listing<R> ascending(String... columns) {
        return new Listing<>(table, where, List.of(columns), false, null, limit);
    }

    public Listing<R> descending(String... columns) {
        return new Listing<>(table, where, List.of(columns), true, null, limit);
    }

    /** Only what comes after the row that has these values in the columns of the order. */
    public Listing<R> after(Object... place) {
        return new Listing<>(table, where, order, descending, List.of(place), limit);
    }

    public Listing<R> atMost(int rows) {
        return new Listing<>(table, where, order, descending, after, rows);
    }

    /** A page of the list that is ordered by this time, newest first, then by id; one row more than asked for, to know of a next page. */
    public Listing<R> newestFirst(String time, Page page) {
        Cursor cursor = page.after();
        List<Object> place = cursor == null ? null : List.of(cursor.at(), cursor.id());
        return new Listing<>(table, where, List.of(time, "id"), true, place, page.limit() + 1);
    }
}
