package dev.atlas.sqlite;

import dev.atlas.domain.storage.Records;
import dev.atlas.persistence.CurrentUnit;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.References;
import dev.atlas.persistence.RowLister;
import dev.atlas.persistence.sql.BatchUpsert;
import dev.atlas.persistence.sql.SqlRecords;
import dev.atlas.persistence.sql.SqlReferences;
import dev.atlas.persistence.sql.SqlRowLister;
import dev.atlas.persistence.sql.UnitDataSource;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.runtime.convert.DataTypeConverter;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/** What the row repositories of this engine stand on. */
@Factory
final class StoreBeans {

    private record SqliteParts(CurrentUnit<Connection> unit, RowLister lister, References references, Records records)
            implements Engine {}

    private final CurrentUnit<Connection> unit = new CurrentUnit<>();

    @Singleton
    CurrentUnit<Connection> unit() {
        return unit;
    }

    @Bean
    @Singleton
    @Named("default")
    DataSource dataSource() {
        return new UnitDataSource(unit, UnaryOperator.identity());
    }

    @Singleton
    Engine engine() {
        ColumnValues values = new ColumnValues();
        return new SqliteParts(
                unit,
                new KeptRowLister(unit, new SqlRowLister(unit, values)),
                new SqlReferences(unit, values),
                new SqlRecords(unit, values, new BatchUpsert(values)));
    }

    /** How Micronaut Data reads ids, which are 16 bytes here. */
    @Singleton
    DataTypeConverter<byte[], UUID> ids() {
        return (bytes, type, context) -> Optional.of(SqliteConnection.id(bytes));
    }
}
