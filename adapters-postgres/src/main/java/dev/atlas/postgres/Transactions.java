package dev.atlas.postgres;

import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.StorageException;
import dev.atlas.domain.storage.StorageException.UnknownOutcome;
import dev.atlas.domain.storage.Term;
import dev.atlas.persistence.sql.SqlFailure;
import dev.atlas.postgres.Fence.Turn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

/** Runs units of work, each in one transaction on one connection. */
record Transactions(Pool pool, UnitRunner runner, Fence fence) {

    /**
     * Asks for the position and commits, unless another term has begun, in one round trip. The position is the number of the transaction, or, if it has
     * none because it changed nothing, one that covers all it may have seen.
     */
    private static final String COMMIT = """
            select coalesce(
                pg_current_xact_id_if_assigned()::text::bigint,
                pg_snapshot_xmax(pg_current_snapshot())::text::bigint - 1),
                require_term(?);
            commit""";

    /** All transactions up to this have ended, and every later read sees those that committed. */
    private static final String HORIZON = "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1";

    <R> R read(Supplier<R> work) {
        return look(connection -> runner.run(connection, false, work));
    }

    /** Reads one state without being a unit of work. */
    <R> R look(Pool.Work<R> work) {
        runner.unit().requireNone();
        return translated(() -> pool.use(connection -> {
            connection.setReadOnly(true);
            R answer = work.on(connection);
            connection.commit();
            return answer;
        }));
    }

    /** Reads records, and what is none, in one state. */
    <R> R inSnapshot(Pool.Work<R> work) {
        return look(connection -> runner.run(connection, false, () -> {
            try {
                return work.on(connection);
            } catch (SQLException e) {
                throw new SqlFailure(e);
            }
        }));
    }

    /** Changes what is no record, without being a unit of work. */
    <R> R change(Pool.Work<R> work) {
        return translated(() -> pool.use(connection -> {
            R answer = work.on(connection);
            connection.commit();
            return answer;
        }));
    }

    /** @param begun the term in which the unit is committed or not at all */
    <R> Committed<R> write(Term begun, Supplier<R> work) {
        runner.unit().requireNone();
        Turn turn = fence.of(begun);
        return translated(() -> {
            try {
                return pool.use(connection -> {
                    R answer = runner.run(connection, true, work);
                    return new Committed<>(answer, commit(connection, turn));
                });
            } catch (SQLException e) {
                if (StoreErrors.ofAnotherTerm(e)) {
                    fence.confirm(turn);
                }
                throw e;
            }
        });
    }

    /** Begins the term {@code next} with the work, if the store is in {@code former}. */
    <R> Committed<R> enter(Term former, Term next, Duration patience, Supplier<R> work) {
        runner.unit().requireNone();
        return translated(() -> pool.use(connection -> {
            Fence.lock(connection, patience);
            former.requireStill(Fence.read(connection).term());
            R answer = runner.run(connection, true, work);
            Turn turn = Fence.begin(connection, next);
            Position position = commit(connection, turn);
            fence.enter(turn);
            return new Committed<>(answer, position);
        }));
    }

    Term renew() {
        runner.unit().requireNone();
        return translated(fence::renew);
    }

    /** Of every position. */
    long epoch() {
        return fence.term().epoch();
    }

    Position horizon() {
        return translated(() -> pool.use(connection -> {
            connection.setAutoCommit(true);
            try (PreparedStatement statement = connection.prepareStatement(HORIZON)) {
                return position(statement, epoch());
            }
        }));
    }

    private static Position commit(Connection connection, Turn turn) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COMMIT)) {
            statement.setLong(1, turn.begun());
            return position(statement, turn.term().epoch());
        } catch (SQLException e) {
            if (StoreErrors.certainlyNotCommitted(e)) {
                throw e;
            }
            throw new UnknownOutcome("PostgreSQL did not answer a commit", e);
        }
    }

    private static Position position(PreparedStatement statement, long epoch) throws SQLException {
        statement.execute();
        ResultSet row = statement.getResultSet();
        row.next();
        return new Position(epoch, row.getLong(1));
    }

    /** Something that talks to the server. */
    private interface Call<R> {
        R run() throws SQLException;
    }

    private static <R> R translated(Call<R> call) {
        try {
            return call.run();
        } catch (StorageException e) {
            throw e;
        } catch (RuntimeException e) {
            throw StoreErrors.translate(e);
        } catch (SQLException e) {
            throw StoreErrors.translate(e);
        }
    }
}
