package dev.atlas.application.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.imports.ImportReport.Counts;
import dev.atlas.domain.tracking.Checkpoint;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.domain.tracking.ExperimentStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another import of the same source does to what is there. */
class RepeatedEegImportTest extends EegImports {

    /* The second import changes nothing; a dry run writes nothing and says the same as the run that follows. */
    @Test
    void importingAgainChangesNothing() throws SQLException {
        everything();
        ImportReport dry = imports.run(request(file.path(), true));
        assertThat(dry.projectId()).isNull();
        ImportReport first = run();
        assertThat(dry.tables()).isEqualTo(first.tables());
        assertThat(dry.findings()).isEqualTo(first.findings());
        ImportReport second = run();
        assertThat(second.total())
                .isEqualTo(new Counts(first.total().read(), 0, first.total().read(), 0, 0));
        assertThat(second.projectId()).isEqualTo(first.projectId());
    }

    /* Another source name is another source: everything comes again. */
    @Test
    void rowsAreKnownBySourceAndNotByFile(@TempDir Path folder) throws SQLException, IOException {
        everything();
        run();
        Path moved = Files.copy(file.path(), folder.resolve("elsewhere.db"));
        assertThat(imports.run(request(moved, false)).total().created()).isZero();
        file.execute("delete from subjects");
        ImportReport other = imports.run(new EegImportRequest(file.path(), "EEG", null, "another", "ann", false));
        assertThat(counts(other, "training_runs").created()).isEqualTo(2);
    }

    /*
     * The source ends run 1 and writes a note; in Atlas somebody has written another note and renamed the run.
     * - What only the source changed follows it; what people changed stays.
     */
    @Test
    void updatesFollowTheSourceAndLeaveWhatPeopleChanged() throws SQLException {
        everything();
        Experiment imported = experiments(run()).getLast();
        Experiment edited = new Experiment(
                imported.id(),
                imported.projectId(),
                "baseline",
                imported.challenge(),
                imported.status(),
                imported.model(),
                imported.config(),
                imported.dataset(),
                imported.metrics(),
                List.of("good"),
                "ours",
                imported.startTime(),
                imported.endTime(),
                imported.createdBy(),
                null,
                null,
                null,
                imported.createdAt(),
                imported.updatedAt(),
                imported.version());
        test.storage().write(repositories -> repositories.experiments().replace(edited));
        file.execute("update training_runs set status = 'completed', end_time = '2025-10-20T00:00:00',"
                + " best_val_loss = 0.25, notes = 'theirs' where run_id = 1");

        ImportReport report = run();

        assertThat(counts(report, "training_runs")).isEqualTo(new Counts(2, 0, 1, 1, 0));
        Experiment after = experiments(report).getLast();
        assertThat(after.status()).isEqualTo(ExperimentStatus.COMPLETED);
        assertThat(after.endTime()).isEqualTo(Instant.parse("2025-10-20T00:00:00Z"));
        assertThat(after.metrics().text()).isEqualTo("{\"best_val_loss\":0.25}");
        assertThat(after.note()).isEqualTo("ours");
        assertThat(after.name()).isEqualTo("baseline");
        assertThat(after.tags()).containsExactly("good");
        assertThat(run().total().updated()).isZero();
    }

    /* A better best in the source takes over from the imported one, and not from one that people chose. */
    @Test
    void theBestFollowsTheSourceUntilPeopleChoose() throws SQLException {
        file.run(1, "running", "{}").checkpoint(1, 1, 1, 0.3, 1).checkpoint(2, 1, 2, 0.4, 0);
        Experiment experiment = experiments(run()).getFirst();
        assertThat(bests(experiment)).containsExactly(1L);
        file.checkpoint(3, 1, 3, 0.2, 1);
        run();
        assertThat(bests(experiment)).containsExactly(3L);

        List<Checkpoint> all = test.storage().read(r -> r.checkpoints().of(experiment.id()));
        test.storage().write(r -> {
            r.checkpoints().replace(all.get(2).demoted());
            return r.checkpoints().replace(all.get(1).promoted());
        });
        file.checkpoint(4, 1, 4, 0.1, 1);
        run();
        assertThat(bests(experiment)).containsExactly(2L);
    }

    /* What was deleted in Atlas stays deleted, and its epochs with it. */
    @Test
    void whatWasDeletedStaysDeleted() throws SQLException {
        everything();
        Experiment first = experiments(run()).getLast();
        test.storage().write(repositories -> repositories.experiments().remove(first.id()));
        ImportReport again = run();
        assertThat(experiments(again)).hasSize(1);
        assertThat(again.total().created()).isZero();
        assertThat(finding(again, "deleted_since").subjects()).contains("training_runs 1", "epoch_history 1");
        file.epoch(50, 1, 50, 0.1);
        assertThat(counts(run(), "epoch_history").quarantined()).isEqualTo(1);
    }
}
