package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.storage.AtlasExport;
import dev.atlas.application.storage.CopyOutcome;
import dev.atlas.application.storage.MovingEvent;
import dev.atlas.application.storage.MovingEvent.Phase;
import dev.atlas.application.storage.MovingListener;
import dev.atlas.application.storage.StorageCopy;
import dev.atlas.application.storage.StorageStatus;
import dev.atlas.application.storage.StorageVerification;
import dev.atlas.cli.CommandRun;
import dev.atlas.cli.ExitCode;
import dev.atlas.contract.servers.PostgresServer;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A copy whose process is killed is continued by the next one, and what it left is not served. */
@Timeout(300)
class KilledCopyTest {

    /** More than what is put in one transaction, and more than what is compared at once of a kind that refers to itself. */
    private static final Map<String, Integer> MANY = Map.of("users", 5_100, "experiments", 5_100);

    @TempDir
    private Path folder;

    static List<String> engines() {
        return Engines.all();
    }

    @ParameterizedTest
    @MethodSource("dev.atlas.cli.storage.Engines#ringBack")
    void a_copy_is_continued(List<String> direction) throws IOException, InterruptedException {
        String from = Engines.url(direction.getFirst(), folder);
        String to = Engines.url(direction.getLast(), folder);
        try (Storage source = Engines.open(from)) {
            new SampleRecords(13).fill(source, kind -> MANY.getOrDefault(kind.name(), 20));
        }
        Engines.open(to).close();
        long indexes = indexes(to);
        CopyProcess.killAfter(from, to, Phase.COPYING, 5);
        assertThat(indexes(to)).as("while they are put aside").isLessThanOrEqualTo(indexes - (indexes > 0 ? 1 : 0));
        try (Storage source = Engines.open(from)) {
            changeSome(source);
        }
        if (direction.equals(Engines.ringBack().findFirst().orElseThrow())) {
            CopyProcess.killAfter(
                    from,
                    to,
                    Phase.COPYING,
                    7); // while it repairs what has changed, which no engine does in its own way
        }
        try (Storage source = Engines.open(from);
                Storage target = Engines.open(to)) {
            assertThat(StorageStatus.of(target).copy()).isNotNull().matches(StorageStatus.Copy::unfinished);
            List<MovingEvent> events = new ArrayList<>();
            CopyOutcome outcome = new StorageCopy(Clock.systemUTC()).run(source, target, events::add);
            assertThat(outcome.proven()).isTrue();
            assertThat(indexes(to)).isEqualTo(indexes);
            assertThat(events).anyMatch(event -> event instanceof MovingEvent.Resumed resumed && resumed.records() > 0);
            assertThat(new StorageVerification(Clock.systemUTC())
                            .run(source, target, MovingListener.SILENT)
                            .equal())
                    .isTrue();
        }
    }

    /** Its files are read before any record is written, which may take long. */
    @ParameterizedTest
    @MethodSource("engines")
    void an_import_that_is_killed_while_it_checks_leaves_no_store_that_is_taken_for_whole(String engine)
            throws IOException, InterruptedException {
        Path export = folder.resolve("export");
        String to = Engines.url(engine, folder);
        try (Storage source = Engines.open(Engines.url("sqlite", folder))) {
            new SampleRecords(14).fill(source, 3);
            new AtlasExport(Clock.systemUTC()).run(source, export, MovingListener.SILENT);
        }
        CopyProcess.killAfter(export.toString(), to, Phase.CHECKING, 1);
        Map<String, String> settings = Map.of(
                "ATLAS_STORAGE_URL",
                to,
                "ATLAS_STORAGE_BACKEND",
                engine,
                "ATLAS_DATA",
                folder.resolve("data").toString());
        CommandRun serve = CommandRun.of(settings, "serve");
        assertThat(serve.code()).as(serve.err()).isEqualTo(ExitCode.REFUSED);
        assertThat(serve.err()).contains("repeat", export.toString());
        CommandRun again = CommandRun.of(settings, "import", "atlas", export.toString());
        assertThat(again.code()).as(again.err()).isEqualTo(ExitCode.TRUE);
    }

    /** How many indexes and references there are in a store that can do without them while it is filled; 0 in others. */
    private static long indexes(String url) {
        if (!url.startsWith("postgresql:")) {
            return 0;
        }
        try (Connection connection = PostgresServer.connect(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select"
                        + " (select count(*) from pg_indexes where schemaname = current_schema())"
                        + " + (select count(*) from pg_constraint where contype = 'f')")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of what was copied already, and of what was not. */
    private static void changeSome(Storage source) {
        for (Kind kind : StorageCopyTest.moving(source)) {
            List<RecordKey> keys = SampleRecords.keys(source, kind);
            Tampering.change(source, kind, keys.getFirst());
            Tampering.change(source, kind, keys.getLast());
        }
    }
}
