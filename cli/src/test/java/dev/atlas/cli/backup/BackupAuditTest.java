package dev.atlas.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.cli.CommandRun;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.storage.Engines;
import dev.atlas.contract.tracker.TrackerSample;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.AuditEntry;
import dev.atlas.domain.identity.AuditFilter;
import dev.atlas.domain.storage.Storage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The audit trail tells of everything that leaves or enters a store as a whole, on whatever engine. */
class BackupAuditTest {

    @TempDir
    private Path folder;

    static List<String> engines() {
        return Engines.all();
    }

    private Map<String, String> settings(String engine, String url) {
        return Map.of(
                "ATLAS_STORAGE_BACKEND",
                engine,
                "ATLAS_STORAGE_URL",
                url,
                "ATLAS_DATA",
                folder.resolve("data").toString(),
                "ATLAS_ADMIN_PASSWORD",
                "correct horse");
    }

    private static void run(int code, Map<String, String> settings, String... arguments) {
        CommandRun run = CommandRun.of(settings, arguments);
        assertThat(run.code()).as(run.err()).isEqualTo(code);
    }

    private static List<AuditEntry> told(String url, String action) {
        try (Storage storage = Engines.open(url)) {
            AuditFilter filter = new AuditFilter(null, null, action, null, null);
            return storage.read(from ->
                    from.auditTrail().list(filter, Page.first(Page.MAX_LIMIT)).items());
        }
    }

    private static void assertTold(AuditEntry entry, Instant since, String... what) {
        assertThat(entry.actor().name()).isEqualTo("command line");
        assertThat(entry.origin().agent()).isEqualTo(System.getProperty("user.name"));
        assertThat(entry.occurredAt()).isBetween(since, Instant.now());
        assertThat(entry.resource().type()).isEqualTo("backup");
        assertThat(entry.changes().after().text()).contains(what);
    }

    @ParameterizedTest
    @MethodSource("engines")
    void both_stores_tell_who_did_what_and_when(String engine) throws Exception {
        Instant since = Instant.now().minusSeconds(1);
        String one = Engines.url(engine, folder);
        String two = Engines.url(engine, folder);
        String backup = folder.resolve("backup.zip").toString();
        Path tracker = TrackerSample.write(folder.resolve("tracker.db"));
        run(ExitCode.TRUE, settings(engine, one), "import", "eeg", tracker.toString());
        run(ExitCode.TRUE, settings(engine, one), "backup", "--to", backup);
        run(ExitCode.REFUSED, settings(engine, one), "backup", "--to", backup);
        run(ExitCode.TRUE, settings(engine, two), "restore", backup);
        run(ExitCode.REFUSED, settings(engine, one), "restore", backup);

        assertThat(told(one, "storage.backed_up"))
                .singleElement()
                .satisfies(entry -> assertTold(entry, since, "\"records\"", "\"to\"", "backup.zip"));
        assertThat(told(one, "storage.restored")).isEmpty();
        assertThat(told(two, "storage.backed_up")).isEmpty();
        assertThat(told(two, "storage.restored"))
                .singleElement()
                .satisfies(entry -> assertTold(entry, since, "\"records\"", "\"from\"", "backup.zip"));
    }
}
