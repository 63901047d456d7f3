package dev.atlas.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Storage;
import dev.atlas.persistence.sql.ChangeRetention;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The change log forgets what is old, and nothing else. */
class ChangeRetentionTest {

    @TempDir
    private Path folder;

    private String url = "";

    @BeforeEach
    void name() {
        url = "sqlite:" + folder.resolve("atlas.db");
    }

    @Test
    void old_changes_are_forgotten_in_small_steps_and_positions_stay() throws Exception {
        try (Storage store = new Backend().open(url, Map.of());
                Connection connection = DriverManager.getConnection("jdbc:" + url);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into change_log (kind, key, at) select 'users', n, 0 from (with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 1500) select n from numbers)");
            statement.execute("insert into change_log (kind, key) values ('users', 'new')");
            Position before = store.position();
            List<Integer> steps = new ArrayList<>();
            ChangeRetention.Step step = (time, limit) -> {
                steps.add(ChangeRetention.delete(connection, new ColumnValues(), "position", time, limit));
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
