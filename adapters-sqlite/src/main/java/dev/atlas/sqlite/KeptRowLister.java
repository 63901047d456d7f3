package dev.atlas.sqlite;

import dev.atlas.persistence.CurrentUnit;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.RowLister;
import dev.atlas.persistence.Table;
import dev.atlas.persistence.sql.SqlRowLister;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds aggregates by SQL, and decodes only those that the reading connection does not {@linkplain KeptRows keep}: of a page
 * it asks for the keys alone, which an index answers. A unit that writes sees its own changes, so that for it nothing is kept.
 */
record KeptRowLister(CurrentUnit<Connection> unit, SqlRowLister rows) implements RowLister {

    /** A longer list is not read again soon, and would push out all else. */
    private static final int PAGE = 256;

    /** Beyond so many rows that are not kept, the whole list is asked for. */
    private static final int FEW = 4;

    @Override
    public <R extends Record, A> Optional<A> find(
            Table<R> table, Object key, Function<? super R, ? extends A> aggregate) {
        KeptRows kept = kept(table);
        A known = kept == null ? null : known(kept, table, key, aggregate);
        return known != null ? Optional.of(known) : rows.find(table, key, keeping(kept, table, aggregate));
    }

    @Override
    public <R extends Record, A> List<A> list(Listing<R> listing, Function<? super R, ? extends A> aggregate) {
        KeptRows kept = listing.limit() > PAGE ? null : kept(listing.table());
        return kept == null ? rows.list(listing, aggregate) : list(kept, listing, aggregate);
    }

    @Override
    public List<Sums> sums(Listing<?> wanted, List<String> by, List<String> added) {
        return rows.sums(wanted, by, added);
    }

    @Override
    public List<Group> groups(Listing<?> wanted, String by, String time) {
        return rows.groups(wanted, by, time);
    }

    private <R extends Record, A> List<A> list(
            KeptRows kept, Listing<R> listing, Function<? super R, ? extends A> aggregate) {
        Table<R> table = listing.table();
        List<Object> keys = rows.keys(listing);
        List<A> all = new ArrayList<>(keys.size());
        int missing = 0;
        for (Object key : keys) {
            A known = known(kept, table, key, aggregate);
            if (known == null && ++missing > FEW) {
                return rows.list(listing, keeping(kept, table, aggregate));
            }
            all.add(known == null ? find(table, key, aggregate).orElseThrow() : known);
        }
        return all;
    }

    /** @param aggregate what made it: of the rows of one kind always the same becomes */
    @SuppressWarnings({"unchecked", "unused"})
    private static <R extends Record, A> @Nullable A known(
            KeptRows kept, Table<R> table, Object key, Function<? super R, ? extends A> aggregate) {
        return (A) kept.find(table, key);
    }

    private static <R extends Record, A> Function<? super R, ? extends A> keeping(
            @Nullable KeptRows kept, Table<R> table, Function<? super R, ? extends A> aggregate) {
        return kept == null
                ? aggregate
                : row -> {
                    A outcome = aggregate.apply(row);
                    kept.keep(table, row, outcome);
                    return outcome;
                };
    }

    private @Nullable KeptRows kept(Table<?> table) {
        return table.kind().moves() ? ((SqliteConnection) unit.reading()).kept() : null;
    }
}
