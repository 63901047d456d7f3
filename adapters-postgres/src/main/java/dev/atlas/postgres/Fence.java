package dev.atlas.postgres;

import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.domain.storage.Term;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Keeps every transaction that writes in the term in which it began, at the cost of no statement more: the one that commits
 * asks {@code require_term} as well. That takes a lock which all writers can share, and which whoever begins a term takes
 * for himself, and compares a count that shows every transaction what is and not what was. So one that was begun before
 * a term and comes to its end after it is refused, and nobody need wait for it.
 */
final class Fence {

    /**
     * A term as the server knows it.
     *
     * @param begun the count of terms in which it began, or a higher one that came to nothing
     */
    record Turn(Term term, long begun) {}

    private static final String BEGUN = "select last_value from terms_begun";

    private static final String TERM = """
            select (select value::bigint from store where name = 'epoch'),
                coalesce((select value from store where name = 'role'), '')""";

    private static final String ENTER =
            "update store set value = case name when 'epoch' then ? else ? end where name in ('epoch', 'role')";

    private final Pool pool;
    private volatile Turn turn;

    Fence(Pool pool, Turn turn) {
        this.pool = pool;
        this.turn = turn;
    }

    Term term() {
        return turn.term();
    }

    /** That of a unit that began in this term. Throws {@code Fenced} if this writes in another one by now. */
    Turn of(Term begun) {
        Turn now = turn;
        begun.requireStill(now.term());
        return now;
    }

    /** From now on this writes in this one. */
    synchronized void enter(Turn next) {
        turn = next;
    }

    Term renew() throws SQLException {
        enter(look());
        return term();
    }

    /** To be called when a commit was refused. Throws {@code Fenced} if a term has begun; it may only nearly have. */
    void confirm(Turn refused) throws SQLException {
        Turn now = look();
        refused.term().requireStill(now.term());
        synchronized (this) {
            if (turn.equals(refused)) {
                turn = now;
            }
        }
    }

    private Turn look() throws SQLException {
        return pool.use(connection -> {
            connection.setAutoCommit(true);
            return read(connection);
        });
    }

    /**
     * Reads the count first: with an older term it would let what belongs to that pass.
     *
     * @param connection not in a transaction, which would see an older term, unless it has the {@link #lock}
     */
    static Turn read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            long begun;
            try (ResultSet row = statement.executeQuery(BEGUN)) {
                row.next();
                begun = row.getLong(1);
            }
            try (ResultSet row = statement.executeQuery(TERM)) {
                row.next();
                return new Turn(new Term(row.getLong(1), Term.Role.of(row.getString(2))), begun);
            }
        } catch (IllegalArgumentException e) {
            throw new Unavailable("the term of the store was tampered with", e);
        }
    }

    /** From here to the end of the transaction nobody commits what was written. To be called first, before anything is read. */
    static void lock(Connection connection, Duration patience) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = %d; lock table store in exclusive mode"
                    .formatted(Math.max(1, patience.toMillis())));
        }
    }

    /** Begins a term with the transaction, which has the {@link #lock}. */
    static Turn begin(Connection connection, Term next) throws SQLException {
        try (PreparedStatement facts = connection.prepareStatement(ENTER);
                Statement count = connection.createStatement()) {
            facts.setString(1, Long.toString(next.epoch()));
            facts.setString(2, next.role().word());
            facts.executeUpdate();
            try (ResultSet row = count.executeQuery("select nextval('terms_begun')")) {
                row.next();
                return new Turn(next, row.getLong(1));
            }
        }
    }
}
