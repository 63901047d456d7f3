package dev.atlas.postgres;

import dev.atlas.domain.storage.Records;
import dev.atlas.persistence.CurrentUnit;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.References;
import dev.atlas.persistence.RowLister;
import dev.atlas.persistence.sql.SqlRecords;
import dev.atlas.persistence.sql.SqlReferences;
import dev.atlas.persistence.sql.SqlRowLister;
import dev.atlas.persistence.sql.UnitDataSource;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import javax.sql.DataSource;

/** What the row repositories of this engine stand on. */
@Factory
final class StoreBeans {

    private record PostgresParts(CurrentUnit<Connection> unit, RowLister lister, References references, Records records)
            implements Engine {}

    private final CurrentUnit<Connection> unit = new CurrentUnit<>();

    @Singleton
    CurrentUnit<Connection> unit() {
        return unit;
    }

    @Singleton
    @Named("default")
    DataSource dataSource() {
        return new UnitDataSource(unit, RepositoryConnection::of);
    }

    @Singleton
    Engine engine() {
        ColumnValues values = new ColumnValues();
        return new PostgresParts(
                unit,
                new SqlRowLister(unit, values),
                new SqlReferences(unit, values),
                new SqlRecords(unit, values, new CopyUpsert(values)));
    }
}
