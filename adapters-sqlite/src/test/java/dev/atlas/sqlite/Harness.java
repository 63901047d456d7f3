package dev.atlas.sqlite;

import dev.atlas.contract.DisturbedStore;
import dev.atlas.contract.EngineHarness;
import dev.atlas.contract.LiveSchema;
import dev.atlas.contract.ObservedStore;
import dev.atlas.contract.Shell;
import dev.atlas.contract.SqlShell;
import dev.atlas.contract.Unusable;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.StorageEngine;
import dev.atlas.persistence.CurrentUnit;
import dev.atlas.persistence.sql.BatchUpsert;
import dev.atlas.persistence.sql.ChangeRetention.Due;
import dev.atlas.persistence.sql.SqlRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Files in a folder that goes with the harness. */
final class Harness implements EngineHarness {

    private static final Set<String> INFRASTRUCTURE =
            Set.of("store", "change_log", "flyway_schema_history", "sqlite_sequence");

    private final Path folder;
    private int places;

    Harness() {
        try {
            folder = Files.createTempDirectory("atlas-sqlite");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public StorageEngine engine() {
        return new Backend();
    }

    @Override
    public String emptyPlace() {
        return "sqlite:" + folder.resolve("store-" + ++places + ".db");
    }

    @Override
    public DisturbedStore disturbed() {
        return new Disturbed(emptyPlace());
    }

    @Override
    public ObservedStore observed(String url) {
        return new Observed(url);
    }

    @Override
    public LiveSchema schema(String url) {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select t.name, c.name from pragma_table_list t"
                        + " join pragma_table_info(t.name) c where t.type in ('table', 'virtual')"
                        + " and t.name <> 'sqlite_schema' and t.schema = 'main'")) {
            Map<String, Set<String>> tables = new TreeMap<>();
            while (rows.next()) {
                tables.computeIfAbsent(rows.getString(1), name -> new HashSet<>())
                        .add(rows.getString(2));
            }
            Set<String> infrastructure = new HashSet<>(tables.keySet());
            infrastructure.retainAll(INFRASTRUCTURE);
            tables.keySet().removeAll(infrastructure);
            return new LiveSchema(tables, infrastructure);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Integer> steps() {
        return Arrays.stream(flyway(emptyPlace(), "latest").info().all())
                .map(MigrationInfo::getVersion)
                .map(version -> version.getMajor().intValueExact())
                .toList();
    }

    @Override
    public void prepare(String url, int step, Consumer<Records> work) {
        flyway(url, Integer.toString(step)).migrate();
        try (Connection connection = connect(url)) {
            CurrentUnit<Connection> unit = new CurrentUnit<>();
            ColumnValues values = new ColumnValues();
            SqlRecords records = new SqlRecords(unit, values, new BatchUpsert(values));
            unit.run(connection, true, () -> {
                work.accept(records);
                return true;
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Shell shell(String url) {
        try {
            return new SqlShell(
                    connect(url),
                    "insert into users (id, username, role, active, created_at, updated_at, version)"
                            + " values (?, hex(randomblob(16)), 'viewer', 1, 0, 0, 0)",
                    SqliteConnection::bytes);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void forgetChanges(String url) {
        try (Connection connection = Harness.connect(url)) {
            Instant later = Instant.now().plus(Duration.ofDays(1));
            ChangeLog.forget(connection, new Due(later, 0, later, 0), Integer.MAX_VALUE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Unusable> unusable() {
        try {
            Path file = Files.writeString(folder.resolve("file"), "no folder");
            String foreign = emptyPlace();
            execute(foreign, "create table theirs (id integer)");
            String predecessor = emptyPlace();
            execute(predecessor, "create table training_runs (id integer)");
            return List.of(
                    unusable("a folder that cannot be made", "sqlite:" + file.resolve("atlas.db"), "for writing"),
                    unusable("a folder where a file should be", "sqlite:" + folder, "for writing"),
                    unusable("a file that is no database", "sqlite:" + noDatabase(), "damaged or no database"),
                    unusable("a database of somebody else", foreign, "not Atlas"),
                    unusable("a database of the predecessor", predecessor, "atlas import"),
                    unusable("a URL without a path", "sqlite:", "names no file"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path noDatabase() throws IOException {
        return Files.writeString(folder.resolve("letter.db"), "Dear reader, ".repeat(100));
    }

    private static Unusable unusable(String what, String url, String reason) {
        return new Unusable(what, url, Map.of(), reason);
    }

    @Override
    public void pretendNewer(String url, boolean newer) {
        execute(
                url,
                newer
                        ? "insert into flyway_schema_history select 99, '99', description, type, script, checksum,"
                                + " installed_by, installed_on, execution_time, success from flyway_schema_history"
                                + " where installed_rank = 1"
                        : "delete from flyway_schema_history where version = '99'");
    }

    private static void execute(String url, String sql) {
        try (Connection connection = connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Flyway flyway(String url, String target) {
        return Flyway.configure()
                .dataSource("jdbc:" + url, null, null)
                .locations("classpath:db/sqlite")
                .target(target)
                .load();
    }

    static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection("jdbc:" + url + "?foreign_keys=true");
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
