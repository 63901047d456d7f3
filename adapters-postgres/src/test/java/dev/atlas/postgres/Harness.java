package dev.atlas.postgres;

import static dev.atlas.contract.Unusable.PASSWORD;

import dev.atlas.contract.DisturbedStore;
import dev.atlas.contract.EngineHarness;
import dev.atlas.contract.LiveSchema;
import dev.atlas.contract.ObservedStore;
import dev.atlas.contract.Shell;
import dev.atlas.contract.SqlShell;
import dev.atlas.contract.Unusable;
import dev.atlas.contract.servers.PostgresServer;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageEngine;
import dev.atlas.persistence.CurrentUnit;
import dev.atlas.persistence.sql.BatchUpsert;
import dev.atlas.persistence.sql.ChangeRetention.Due;
import dev.atlas.persistence.sql.SqlRecords;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/** Databases of one server that all tests share. */
final class Harness implements EngineHarness {

    private static final Set<String> INFRASTRUCTURE = Set.of("store", "change_log", "flyway_schema_history");

    private final PostgresServer server = PostgresServer.shared();
    private final List<String> databases = new ArrayList<>();

    @Override
    public StorageEngine engine() {
        return new Backend();
    }

    /** On a busy machine a server that is slow is not to be taken for lost. */
    @Override
    public Storage open(String url) {
        return engine().open(url, Map.of("ATLAS_POSTGRES_STATEMENT_TIMEOUT", "60s"));
    }

    @Override
    public String emptyPlace() {
        String url = server.createDatabase();
        databases.add(url);
        return url;
    }

    @Override
    public DisturbedStore disturbed() {
        return Disturbed.in(emptyPlace());
    }

    @Override
    public ObservedStore observed(String url) {
        return new Observed(url);
    }

    @Override
    public LiveSchema schema(String url) {
        try (Connection connection = PostgresServer.connect(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select table_name, column_name"
                        + " from information_schema.columns where table_schema = current_schema()")) {
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
        try (Connection connection = PostgresServer.connect(url)) {
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
                    PostgresServer.connect(url),
                    "insert into users (id, username, role, active, created_at, updated_at, version)"
                            + " values (?, gen_random_uuid()::text, 'viewer', true, now(), now(), 0)",
                    id -> id);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void forgetChanges(String url) {
        try (Connection connection = PostgresServer.connect(url)) {
            Instant later = Instant.now().plus(Duration.ofDays(1));
            ChangeLog.forget(connection, new Due(later, 0, later, 0), Integer.MAX_VALUE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Unusable> unusable() {
        String foreign = emptyPlace();
        execute(foreign, "create table theirs (id int)");
        return List.of(
                unusable(
                        "a server that is not there", "postgresql://ann:" + PASSWORD + "@127.0.0.1:1/atlas", "reached"),
                unusable("a user that is not known", as("nobody", emptyPlace()), "the user or the password"),
                unusable("a wrong password", as("atlas", emptyPlace()), "the user or the password"),
                unusable("a database that is not there", emptyPlace() + "_not", "has no database"),
                unusable("a database of somebody else", foreign, "not Atlas"),
                unusable("a URL without a database", "postgresql://ann:" + PASSWORD + "@127.0.0.1:1", "cannot be read"),
                unusable("a parameter that is none", emptyPlace() + "?nonsense=1", "nonsense"));
    }

    private static String as(String user, String url) {
        return url.replaceFirst("//[^@]*@", "//" + user + ":" + PASSWORD + "@");
    }

    private static Unusable unusable(String what, String url, String reason) {
        return new Unusable(what, url, Map.of("ATLAS_POSTGRES_CONNECT_TIMEOUT", "1s"), reason);
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
        try (Connection connection = PostgresServer.connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Flyway flyway(String url, String target) {
        return Flyway.configure()
                .dataSource(new Connections(BackendSettings.of(url, Map.of())).forMigrating())
                .locations("classpath:db/postgres")
                .target(target)
                .load();
    }

    @Override
    public void close() {
        databases.forEach(server::dropDatabase);
        databases.clear();
    }
}
