package dev.atlas.application.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.Caller;
import dev.atlas.application.Refusal;
import dev.atlas.application.SqliteAtlas;
import dev.atlas.application.imports.ImportReport.Finding;
import dev.atlas.application.imports.ImportReport.Quarantined;
import dev.atlas.domain.imports.Import;
import dev.atlas.domain.imports.ImportState;
import dev.atlas.domain.storage.StorageException.Unavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is noted of an import while it runs and when it has ended. */
class RunningImportTest {

    private SqliteAtlas node;
    private Caller ann;
    private Import begun;

    @BeforeEach
    void begin(@TempDir Path folder) {
        node = new SqliteAtlas(folder);
        ann = node.administrator("ann");
        Import asked = Import.begun(
                node.foundation().ids().next(),
                ann.user(),
                "Lab",
                "eeg",
                false,
                node.foundation().now());
        begun = node.storage().write(to -> to.imports().add(asked)).value();
    }

    @AfterEach
    void close() {
        node.close();
    }

    private RunningImport running() {
        return new RunningImport(node.foundation(), begun.id());
    }

    private Import noted() {
        Optional<Import> found = node.storage().read(from -> from.imports().find(begun.id()));
        return found.orElseThrow();
    }

    private static ImportReport report(int quarantined) {
        Quarantined row = new Quarantined("epoch_history", "7", "its run is not there");
        return new ImportReport(
                "Lab",
                null,
                "eeg",
                true,
                List.of(new ImportReport.Table(
                        "epoch_history", "epochs", new ImportReport.Counts(quarantined, 0, 0, 0, quarantined))),
                Collections.nCopies(quarantined, row),
                List.of(new Finding("best_demoted", "Several were best.", List.of("1", "2"))));
    }

    @Test
    void whoeverWatchesSeesItAdvance() {
        running().run(listener -> {
            listener.settled("training_runs", 200);
            assertThat(noted().rowsRead()).as("not with every batch").isZero();
            node.clock().advance(Duration.ofSeconds(2));
            listener.settled("epoch_history", 200);
            assertThat(noted().table()).isEqualTo("epoch_history");
            assertThat(noted().rowsRead()).isEqualTo(400);
            assertThat(noted().state()).isEqualTo(ImportState.RUNNING);
            return report(3);
        });
        assertThat(noted().state()).isEqualTo(ImportState.SUCCEEDED);
        assertThat(noted().endedAt()).isNotNull();
        assertThat(node.atlas().imports().own().standing(noted()).report()).isEqualTo(report(3));
    }

    @Test
    void aLongReportKeepsItsBeginningAndItsCounts() {
        running().run(listener -> report(ImportReportJson.KEPT + 1));
        ImportReport kept = node.atlas().imports().own().standing(noted()).report();
        assertThat(kept).isNotNull();
        assertThat(kept.quarantined()).hasSize(ImportReportJson.KEPT);
        assertThat(kept.total().quarantined()).isEqualTo(ImportReportJson.KEPT + 1L);
    }

    @Test
    void whyItEndedEarlyIsKept() {
        running().run(listener -> {
            throw new Refusal.NotFound("user.not_found", "There is no active user ann.");
        });
        assertThat(noted().code()).isEqualTo("user.not_found");
        running().run(listener -> {
            throw new Unavailable("at db.example:27017", null);
        });
        assertThat(noted().code()).isEqualTo("storage.unavailable");
        assertThat(noted().detail()).doesNotContain("db.example");
        running().run(listener -> {
            throw new IllegalStateException("secret");
        });
        assertThat(noted().state()).isEqualTo(ImportState.FAILED);
        assertThat(noted().code()).isEqualTo("import.failed");
        assertThat(noted().detail()).doesNotContain("secret");
        assertThat(noted().report()).isNull();
    }

    @Test
    void oneThatIsNotHeardOfIsTakenForInterrupted() {
        assertThat(begun.stateAt(begun.heardAt().plus(Import.SILENCE))).isEqualTo(ImportState.RUNNING);
        assertThat(begun.stateAt(begun.heardAt().plus(Import.SILENCE).plusMillis(1)))
                .isEqualTo(ImportState.INTERRUPTED);
        running().run(listener -> report(0));
        assertThat(noted().stateAt(begun.heardAt().plus(Duration.ofDays(1)))).isEqualTo(ImportState.SUCCEEDED);
    }
}
