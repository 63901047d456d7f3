package dev.atlas.sqlite;

import dev.atlas.persistence.CurrentUnit;
import io.micronaut.data.connection.ConnectionDefinition;
import io.micronaut.data.connection.ConnectionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.function.Supplier;

/** Runs work on a connection so that Micronaut's repositories and our own SQL both take part. */
@Singleton
record UnitRunner(CurrentUnit<Connection> unit, ConnectionOperations<Connection> connections) {

    <R> R run(SqliteConnection connection, boolean writes, Supplier<R> work) {
        return unit.run(
                connection, writes, () -> connections.execute(ConnectionDefinition.DEFAULT, status -> work.get()));
    }
}
