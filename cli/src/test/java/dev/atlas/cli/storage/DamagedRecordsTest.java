package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.atlas.application.storage.MovingListener;
import dev.atlas.application.storage.StorageCopy;
import dev.atlas.cli.CommandRun;
import dev.atlas.cli.ExitCode;
import dev.atlas.contract.servers.PostgresServer;
import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Storage;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records that cannot be read are all named, however many, and hide nothing that is behind them. */
class DamagedRecordsTest {

    private static final int RECORDS = 25;

    @TempDir
    private Path folder;

    static Stream<String> engines() {
        return Engines.all().stream();
    }

    private String filled(String engine, Predicate<Kind> kinds) {
        String url = Engines.url(engine, folder);
        try (Storage storage = Engines.open(url)) {
            new SampleRecords(31).fill(storage, kind -> kinds.test(kind) ? RECORDS : 0);
        }
        return url;
    }

    /** All roles get permissions that are none, as nobody but a hand or a failing disk can write them. */
    private static void damageRoles(String engine, String url) throws SQLException {
        switch (engine) {
            case "sqlite" ->
                execute(DriverManager.getConnection("jdbc:" + url), "update roles set permissions = '[\"'");
            case "postgres" -> execute(PostgresServer.connect(url), "update roles set permissions = '{}'");
            case "mongo" -> {
                try (MongoClient client = MongoClients.create(url)) {
                    client.getDatabase(URI.create(url).getPath().substring(1))
                            .getCollection("roles")
                            .updateMany(Filters.empty(), Updates.set("permissions", List.of(1)));
                }
            }
            default -> throw new IllegalArgumentException("no engine " + engine);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void verify_counts_and_names_them_and_goes_on(String engine) throws SQLException {
        String source = filled(engine, kind -> true);
        String target = Engines.url(engine, folder);
        List<Kind> kinds;
        try (Storage from = Engines.open(source);
                Storage to = Engines.open(target)) {
            new StorageCopy(Clock.systemUTC()).run(from, to, MovingListener.SILENT);
            kinds = StorageCopyTest.moving(to);
            for (Kind kind : List.of(kinds.getFirst(), kinds.getLast())) {
                Tampering.change(to, kind, SampleRecords.keys(to, kind).getFirst());
            }
        }
        damageRoles(engine, source);
        CommandRun oneSide = verify(source, target);
        assertThat(oneSide.code()).as(oneSide.err()).isEqualTo(ExitCode.DIFFERENCES);
        Map<String, Json> found = ((Json.Obj) Json.parse("out", oneSide.out().strip())).members();
        assertThat(found).containsEntry("differences", Json.Num.of(RECORDS + 2L));
        assertThat(oneSide.out())
                .contains("\"damaged_in_source\":\"permissions\",\"damaged_in_target\":null")
                .contains("\"kind\":\"" + kinds.getFirst() + "\"", "\"kind\":\"" + kinds.getLast() + "\"");

        damageRoles(engine, target);
        CommandRun bothSides = verify(source, target);
        assertThat(bothSides.code()).isEqualTo(ExitCode.DIFFERENCES);
        assertThat(bothSides.out())
                .contains("\"damaged_in_target\":\"permissions\"", "\"differences\":" + (RECORDS + 2));
    }

    private static CommandRun verify(String source, String target) {
        return CommandRun.of(Map.of(), "storage", "verify", "--from", source, "--to", target, "--json");
    }

    @ParameterizedTest
    @MethodSource("engines")
    void what_needs_every_record_refuses_and_names_the_first_twenty(String engine) throws SQLException {
        String source = filled(engine, kind -> kind.name().equals("roles"));
        damageRoles(engine, source);
        String target = Engines.url(engine, folder);
        Map<String, String> settings =
                Map.of("ATLAS_STORAGE_URL", source, "ATLAS_STORAGE_BACKEND", engine, "ATLAS_DATA", folder.toString());
        Path backup = folder.resolve("backup.zip");
        for (List<String> command : List.of(
                List.of("backup", "--to", backup.toString()),
                List.of("export", "--to", folder.resolve("export").toString()),
                List.of("storage", "copy", "--from", source, "--to", target))) {
            CommandRun run = CommandRun.of(settings, command.toArray(String[]::new));
            assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.REFUSED);
            assertThat(run.err()).contains("25 damaged records", "and 5 more.", "restore a backup");
            assertThat(run.err().lines().filter(line -> line.endsWith("its permissions cannot be read.")))
                    .hasSize(20);
        }
        assertThat(backup).doesNotExist();
    }
}
