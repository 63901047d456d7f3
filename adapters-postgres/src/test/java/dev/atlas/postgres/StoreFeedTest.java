package dev.atlas.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.contract.servers.PostgresServer;
import dev.atlas.domain.storage.Changes;
import dev.atlas.domain.storage.CommittedChanges;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Storage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only PostgreSQL can do to a feed: transactions that end in another order than they began, and truncating. */
class StoreFeedTest {

    private final String url = PostgresServer.shared().createDatabase();
    private final Storage storage = new Backend().open(url, Map.of());
    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();
    private Position start = new Position(0, 0);

    @BeforeEach
    void begin() {
        start = storage.changes().position();
    }

    @AfterEach
    void drop() {
        storage.close();
        PostgresServer.shared().dropDatabase(url);
    }

    /** The later one is held back until the earlier one has ended, or it would be read and the earlier one missed. */
    @Test
    void transactions_that_commit_out_of_order_are_all_told() throws SQLException {
        try (Connection earlier = transaction();
                Connection later = transaction()) {
            add(earlier, one);
            add(later, other);
            later.commit();
            Changes.Batch held = read(start);
            assertThat(held.transactions()).isEmpty();
            earlier.commit();
            assertThat(touched(read(held.position()).transactions())).containsExactlyInAnyOrder(one, other);
        }
    }

    /** One that has begun without writing has no number yet: it comes after what was written meanwhile. */
    @Test
    void a_transaction_that_writes_late_is_told() throws SQLException {
        try (Connection first = transaction();
                Connection second = transaction();
                Statement reading = first.createStatement()) {
            reading.execute("select count(*) from users");
            add(second, other);
            second.commit();
            Changes.Batch told = read(start);
            assertThat(touched(told.transactions())).containsExactly(other);
            add(first, one);
            first.commit();
            assertThat(touched(read(told.position()).transactions())).containsExactly(one);
        }
    }

    /** A transaction that is rolled back holds the others back only while it goes on. */
    @Test
    void a_transaction_that_is_rolled_back_frees_the_others() throws SQLException {
        try (Connection earlier = transaction();
                Connection later = transaction()) {
            add(earlier, one);
            add(later, other);
            later.commit();
            earlier.rollback();
            assertThat(touched(read(start).transactions())).containsExactly(other);
        }
    }

    /** Truncating touches all there was, also what refers to it. */
    @Test
    void a_truncated_table_is_told_row_by_row() throws SQLException {
        try (Connection psql = transaction();
                Statement statement = psql.createStatement()) {
            add(psql, one);
            add(psql, other);
            psql.commit();
            Position there = storage.changes().position();
            statement.execute("truncate users cascade");
            psql.commit();
            assertThat(touched(read(there).transactions())).containsExactlyInAnyOrder(one, other);
        }
    }

    /** A row that gets another key is gone under the former one. */
    @Test
    void a_changed_key_is_told_as_both() throws SQLException {
        try (Connection psql = transaction();
                Statement statement = psql.createStatement()) {
            add(psql, one);
            psql.commit();
            Position there = storage.changes().position();
            statement.execute("update users set id = '" + other + "'");
            psql.commit();
            assertThat(touched(read(there).transactions())).containsExactlyInAnyOrder(one, other);
        }
    }

    private Connection transaction() throws SQLException {
        Connection connection = PostgresServer.connect(url);
        connection.setAutoCommit(false);
        return connection;
    }

    private static void add(Connection connection, UUID id) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into users (id, username, role, active, created_at, updated_at, version)"
                    + " values ('" + id + "', '" + id + "', 'viewer', true, now(), now(), 0)");
        }
    }

    private Changes.Batch read(Position after) {
        return (Changes.Batch) storage.changes().read(after, 100, Duration.ZERO);
    }

    private static Set<UUID> touched(List<CommittedChanges> transactions) {
        return transactions.stream()
                .flatMap(each -> each.touched().values().stream())
                .flatMap(Set::stream)
                .map(key -> ((RecordKey.OfId) key).value())
                .collect(Collectors.toSet());
    }
}
