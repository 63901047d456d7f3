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
import org.jspecify.annotations.Nullable;

/**
 * Finds rows by SQL, and decodes only those that the reading connection does not {@linkplain KeptRows keep}: of a page it
 * asks for the keys alone, which an index answers. A unit that writes sees its own changes, so that for it nothing is kept.
 */
record KeptRowLister(CurrentUnit<Connection> unit, SqlRowLister rows) implements RowLister {

    /** A longer list is not read again soon, and would push out all else. */
    private static final int PAGE = 256;

    /** Beyond so many rows that are not kept, the whole list is asked for. */
    private static final int FEW = 4;

    @Override
    public <R extends Record> Optional<R> find(Table<R> table, Object key) {
        KeptRows kept = kept(table);
        R known = kept == null ? null : kept.find(table, key);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<R> found = rows.find(table, key);
        if (kept != null) {
            found.ifPresent(row -> kept.keep(table, row));
        }
        return found;
    }

    @Override
    public <R extends Record> List<R> list(Listing<R> listing) {
        KeptRows kept = listing.limit() > PAGE ? null : kept(listing.table());
        return kept == null ? rows.list(listing) : list(kept, listing);
    }

    private <R extends Record> List<R> list(KeptRows kept, Listing<R> listing) {
        Table<R> table = listing.table();
        List<Object> keys = rows.keys(listing);
        List<R> all = new ArrayList<>(keys.size());
        int missing = 0;
        for (Object key : keys) {
            R known = kept.find(table, key);
            if (known == null && ++missing > FEW) {
                return decoded(kept, listing);
            }
            all.add(known == null ? find(table, key).orElseThrow() : known);
        }
        return all;
    }

    private <R extends Record> List<R> decoded(KeptRows kept, Listing<R> listing) {
        List<R> all = rows.list(listing);
        all.forEach(row -> kept.keep(listing.table(), row));
        return all;
    }

    private @Nullable KeptRows kept(Table<?> table) {
        return table.kind().moves() ? ((SqliteConnection) unit.reading()).kept() : null;
    }
}
