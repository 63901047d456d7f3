package dev.atlas.application.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.imports.ImportReport.Counts;
import dev.atlas.application.imports.ImportReport.Finding;
import dev.atlas.application.imports.ImportReport.Quarantined;
import dev.atlas.domain.Json;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.tracking.Epoch;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.domain.tracking.ExperimentStatus;
import dev.atlas.domain.tracking.Subject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows with every oddity that trackers have been seen to write. */
class EegValuesTest extends EegImports {

    /* A truth may be a byte, a number or a word. */
    @Test
    void bestsAreReadInEveryForm() throws SQLException {
        Object[] truths = {new byte[] {1}, 1, "true", "1"};
        for (int i = 0; i < truths.length; i++) {
            file.run(i + 1, "running", "{}").checkpoint(i + 1, i + 1, 1, 0.5, truths[i]);
        }
        Object[] lies = {new byte[] {0}, 0, "false", null};
        for (int i = 0; i < lies.length; i++) {
            file.run(i + 11, "running", "{}").checkpoint(i + 11, i + 11, 1, 0.5, lies[i]);
        }
        ImportReport report = run();
        assertThat(report.quarantined()).isEmpty();
        for (Experiment experiment : experiments(report)) {
            boolean expected = Integer.parseInt(experiment.name().substring("migrated_".length())) < 10;
            assertThat(bests(experiment)).as(experiment.name()).hasSize(expected ? 1 : 0);
        }
    }

    /*
     * Run 1 has a clear best; of run 2 two are equal and the later stays; of run 3 one has no loss and the other has.
     */
    @Test
    void ofSeveralBestsTheLowestLossStaysThenTheLatest() throws SQLException {
        file.run(1, "running", "{}")
                .checkpoint(1, 1, 1, 0.2, 1)
                .checkpoint(2, 1, 2, 0.1, 1)
                .checkpoint(3, 1, 3, 0.3, 1);
        file.run(2, "running", "{}").checkpoint(4, 2, 1, 0.1, 1).checkpoint(5, 2, 2, 0.1, 1);
        file.run(3, "running", "{}").checkpoint(6, 3, 1, null, 1).checkpoint(7, 3, 2, 9.0, 1);
        ImportReport report = run();
        assertThat(experiments(report))
                .allSatisfy(experiment -> assertThat(bests(experiment)).containsExactly(2L));
        assertThat(finding(report, "best_demoted").subjects()).containsExactly("1", "3", "4", "6");
    }

    /* What is missing stays missing, except a status: the run is stopped, and the report says so. */
    @Test
    void nullsStayNull() throws SQLException {
        file.row("training_runs", 1, null, null, "2025-10-19 18:32:26", null, null, null, null, null, null, null);
        ImportReport report = run();
        Experiment experiment = experiments(report).getFirst();
        assertThat(experiment.challenge()).isNull();
        assertThat(experiment.model().name()).isNull();
        assertThat(experiment.config()).isEqualTo(Json.Obj.EMPTY);
        assertThat(experiment.status()).isEqualTo(ExperimentStatus.STOPPED);
        assertThat(experiment.startTime()).isEqualTo(Instant.parse("2025-10-19T18:32:26Z"));
        assertThat(finding(report, "status_missing").subjects()).containsExactly("1");
    }

    /* Metrics and an end are kept whatever the status. */
    @Test
    void nothingOfAnEndedRunIsLost() throws SQLException {
        for (String status : List.of("completed", "failed", "stopped")) {
            file.row(
                    "training_runs",
                    status.length(),
                    1,
                    "CNN",
                    "2025-10-19T18:32:26.111910",
                    "2025-10-19T20:00:00.000001",
                    status,
                    0.12,
                    4,
                    5,
                    "{\"a\":1}",
                    "note");
        }
        for (Experiment experiment : experiments(run())) {
            assertThat(experiment.endTime()).isEqualTo(Instant.parse("2025-10-19T20:00:00.000001Z"));
            assertThat(experiment.metrics().text())
                    .isEqualTo("{\"best_val_loss\":0.12,\"best_epoch\":4,\"total_epochs\":5}");
            assertThat(experiment.note()).isEqualTo("note");
            assertThat(experiment.createdBy()).isEqualTo("unknown");
        }
    }

    /* A configuration that is no JSON object, or is one only for Python, keeps its text. */
    @Test
    void brokenConfigurationsKeepTheirText() throws SQLException {
        List<String> broken = List.of("{\"a\":", "[1]", "{\"loss\":NaN}", "{\"x\":Infinity}");
        for (int i = 0; i < broken.size(); i++) {
            file.run(i + 1, "running", broken.get(i));
        }
        ImportReport report = run();
        assertThat(experiments(report).reversed())
                .extracting(experiment -> experiment.config().members().get("config_text"))
                .containsExactlyElementsOf(broken.stream().map(Json.Str::new).toList());
        assertThat(finding(report, "config_not_json").subjects()).containsExactly("1", "2", "3", "4");
    }

    /* The second row of an epoch, and rows whose run is not there, are left out with a reason. */
    @Test
    void duplicatesAndOrphansAreQuarantined() throws SQLException {
        file.run(1, "running", "{}").epoch(1, 1, 1, 0.5).epoch(2, 1, 1, 0.4).epoch(3, 9, 1, 0.3);
        file.checkpoint(1, 9, 1, 0.5, 1);
        file.run(2, "crashed", "{}").epoch(4, 2, 1, 0.2);
        ImportReport report = run();
        assertThat(report.quarantined())
                .extracting(Quarantined::table, Quarantined::key)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("training_runs", "2"),
                        org.assertj.core.groups.Tuple.tuple("epoch_history", "2"),
                        org.assertj.core.groups.Tuple.tuple("epoch_history", "3"),
                        org.assertj.core.groups.Tuple.tuple("epoch_history", "4"),
                        org.assertj.core.groups.Tuple.tuple("model_checkpoints", "1"));
        assertThat(report.quarantined())
                .allSatisfy(row -> assertThat(row.reason()).isNotBlank());
        assertThat(counts(report, "epoch_history")).isEqualTo(new Counts(4, 1, 0, 0, 3));
        Epoch kept = epochs(experiments(report).getFirst()).getFirst();
        assertThat(kept.metrics()).containsEntry("val_loss", 0.5);
        assertThat(counts(run(), "epoch_history")).isEqualTo(new Counts(4, 0, 1, 0, 3));
    }

    /* Times without a zone stand for those of the zone that is named; those with one for themselves. */
    @Test
    void naiveTimesAreOfTheZoneThatIsNamed() throws SQLException {
        file.row(
                "training_runs",
                1,
                2,
                "m",
                "2025-10-19T18:32:26.111910",
                null,
                "running",
                null,
                null,
                null,
                "{}",
                null);
        file.row(
                "training_runs", 2, 2, "m", "2025-10-19T18:32:27+02:00", null, "running", null, null, null, "{}", null);
        ImportReport report = imports.run(
                new EegImportRequest(file.path(), "EEG", ZoneId.of("America/New_York"), "eeg", "ann", false));
        assertThat(experiments(report))
                .extracting(Experiment::startTime)
                .containsExactly(Instant.parse("2025-10-19T22:32:26.111910Z"), Instant.parse("2025-10-19T16:32:27Z"));
        assertThat(report.findings()).extracting(Finding::code).doesNotContain("zone_assumed");
        assertThat(run().findings()).extracting(Finding::code).contains("zone_assumed");
    }

    /* Subjects keep every column; one the project knows already is left to the project. */
    @Test
    void subjectsAndCacheFilesAreKept() throws SQLException {
        everything();
        ImportReport report = run();
        Slice<Subject> subjects = test.storage().read(r -> r.subjects().of(project(report), "R1", Page.first(10)));
        Subject subject = subjects.items().getFirst();
        assertThat(subject.subjectId()).isEqualTo("sub-1");
        assertThat(subject.sessionCount()).isEqualTo(2);
        assertThat(subject.trialCount()).isEqualTo(30);
        assertThat(subject.dataQuality()).isEqualTo(0.75);
        assertThat(subject.notes()).isEqualTo("calm");
        assertThat(counts(report, "cache_files")).isEqualTo(new Counts(1, 1, 0, 0, 0));
        assertThat(counts(report, "config")).isEqualTo(new Counts(1, 1, 0, 0, 0));
    }

    private List<Epoch> epochs(Experiment experiment) {
        return test.storage().read(r -> r.epochs().of(experiment.id(), null, 100));
    }
}
