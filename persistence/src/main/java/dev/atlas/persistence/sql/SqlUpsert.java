package dev.atlas.persistence.sql;

import dev.atlas.domain.storage.Column;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.StoredRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** How an SQL engine adds or replaces many records of one kind. */
@FunctionalInterface
public interface SqlUpsert {

    /** Adds or replaces each of {@code records}, of which there is at least one, no two with the same key. */
    void run(Connection connection, Kind kind, List<StoredRecord> records) throws SQLException;

    /** What to add after {@code insert into kind (columns) ...} so that the record of the same key is replaced. */
    static String replacing(Kind kind) {
        String changes = kind.columns().stream()
                .skip(1)
                .map(Column::name)
                .map(name -> name + " = excluded." + name)
                .collect(Collectors.joining(", "));
        return " on conflict (" + kind.key().name() + ") do update set " + changes;
    }

    /** The columns of a kind, as SQL lists them. */
    static String columns(Kind kind) {
        return SqlRowLister.columns(kind);
    }
}
