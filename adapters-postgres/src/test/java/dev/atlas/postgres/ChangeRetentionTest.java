package dev.atlas.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.contract.servers.PostgresServer;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Storage;
import dev.atlas.persistence.sql.ChangeRetention;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The change log forgets what is old, and nothing else. */
class ChangeRetentionTest {

    private final String url = PostgresServer.shared().createDatabase();

    @AfterEach
    void drop() {
        PostgresServer.shared().dropDatabase(url);
    }

    @Test
    void old_changes_are_forgotten_in_small_steps_and_positions_stay() throws Exception {
        try (Storage store = new Backend().open(url, Map.of());
                Connection connection = PostgresServer.connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into change_log (kind, key, at) select 'users', n, '2020-01-01' from generate_series(1, 1500) as numbers (n)");
            statement.execute("insert into change_log (kind, key) values ('users', 'new')");
            Position before = store.position();
            List<Integer> steps = new ArrayList<>();
            ChangeRetention.Step step = (time, limit) -> {
                steps.add(ChangeRetention.delete(connection, new ColumnValues(), "xid, seq", time, limit));
                return steps.getLast();
            };
            try (ChangeRetention retention = new ChangeRetention(step, Clock.systemUTC())) {
                retention.round();
                retention.round();
            }
            assertThat(steps).containsExactly(1_000, 500, 0);
            try (ResultSet rows = statement.executeQuery("select count(*), max(key) from change_log")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(1);
                assertThat(rows.getString(2)).isEqualTo("new");
            }
            assertThat(store.position()).isGreaterThanOrEqualTo(before);
        }
    }
}
