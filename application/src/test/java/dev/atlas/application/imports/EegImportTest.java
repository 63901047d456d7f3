package dev.atlas.application.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.application.Refusal;
import dev.atlas.application.SqliteAtlas;
import dev.atlas.application.imports.ImportReport.Counts;
import dev.atlas.application.imports.ImportReport.Finding;
import dev.atlas.application.imports.ImportReport.Quarantined;
import dev.atlas.application.imports.ImportReport.Table;
import dev.atlas.contract.tracker.TrackerFile;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.Role;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.imports.CannotRead;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.tracking.Checkpoint;
import dev.atlas.domain.tracking.Epoch;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.domain.tracking.ExperimentFilter;
import dev.atlas.domain.tracking.ExperimentStatus;
import dev.atlas.domain.tracking.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with every oddity that trackers have been seen to write. */
class EegImportTest {

    private SqliteAtlas test;
    private EegImport imports;
    private TrackerFile file;

    @BeforeEach
    void open(@TempDir Path folder) throws SQLException {
        test = new SqliteAtlas(folder);
        test.member("ann");
        imports = new EegImport(test.foundation());
        file = TrackerFile.empty(folder.resolve("metadata.db"));
    }

    @AfterEach
    void close() throws SQLException {
        file.close();
        test.close();
    }

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

    /* What a writer has committed to its log is read; neither file nor folder is changed. */
    @Test
    void theLogBesideAFileIsReadAndNothingIsTouched(@TempDir Path folder) throws SQLException, IOException {
        file.execute("pragma journal_mode = wal");
        file.run(1, "running", "{}");
        assertThat(sibling("-wal")).isNotEmptyFile();
        Path copy = Files.copy(file.path(), folder.resolve("metadata.db"));
        Files.copy(sibling("-wal"), folder.resolve("metadata.db-wal"));
        byte[] before = Files.readAllBytes(copy);

        ImportReport report = imports.run(request(copy, false));

        assertThat(counts(report, "training_runs").created()).isEqualTo(1);
        assertThat(copy).hasBinaryContent(before);
        try (var files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("metadata.db", "metadata.db-wal");
        }
    }

    /* A file may lack any table but that of the runs. */
    @Test
    void missingTablesAreReported() throws SQLException {
        file.execute("drop table subjects");
        file.execute("drop table config");
        file.execute("create table extra (a)");
        ImportReport report = run();
        assertThat(finding(report, "table_missing").subjects()).containsExactly("subjects", "config");
        assertThat(finding(report, "table_unknown").subjects()).containsExactly("extra");
        assertThat(report.tables()).extracting(Table::table).doesNotContain("subjects", "config");
        file.execute("drop view best_models");
        file.execute("drop table training_runs");
        assertThatThrownBy(this::run).isInstanceOf(CannotRead.class).hasMessageContaining("training_runs");
    }

    @Test
    void whatIsNoDatabaseIsRefused(@TempDir Path folder) throws IOException {
        Path text =
                Files.writeString(folder.resolve("a.db"), "this is no database, however long it may be".repeat(100));
        assertThatThrownBy(() -> imports.run(request(text, false))).isInstanceOf(CannotRead.class);
        assertThatThrownBy(() -> imports.run(request(folder.resolve("none"), false)))
                .isInstanceOf(CannotRead.class);
    }

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

    /* Without an owner's name the only administrator owns the project; a second one makes that a question. */
    @Test
    void theOnlyAdministratorOwnsWhatNobodyIsNamedFor() throws SQLException {
        EegImportRequest unnamed = EegImportRequest.of(file.path());
        refused("import.owner_needed", unnamed);
        refused("user.not_found", new EegImportRequest(file.path(), "EEG", null, "eeg", "nobody", true));
        Instant now = test.foundation().now();
        Role keepers = new Role(
                "keepers", "Keepers", null, Set.of(Permission.USER_MANAGE, Permission.ROLE_MANAGE), now, now, 0);
        test.storage().write(repositories -> repositories.roles().add(keepers));
        Id<User> keeper = keeper("kim");
        Id<Project> project = project(imports.run(unnamed));
        Optional<Project> made = test.storage().read(r -> r.projects().find(project));
        assertThat(made.orElseThrow().ownerId()).isEqualTo(keeper);
        keeper("kay");
        refused("import.owner_needed", unnamed);
    }

    private Id<User> keeper(String name) {
        Instant now = test.foundation().now();
        User user = new User(
                test.foundation().ids().next(), new Username(name), null, null, "keepers", null, true, now, now, 0);
        return test.storage().write(r -> r.users().add(user)).value().id();
    }

    private void refused(String code, EegImportRequest request) {
        assertThatThrownBy(() -> imports.run(request))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private void everything() throws SQLException {
        file.run(1, "running", "{\"lr\":0.002,\"crop\":2.0}")
                .epoch(1, 1, 1, 0.5)
                .epoch(2, 1, 2, 0.4);
        file.run(2, "running", "{\"p\":null}").checkpoint(1, 1, 2, 0.4, new byte[] {1});
        file.row("subjects", "sub-1", 9.5, "F", 0.25, "R1", 2, 30, 0.75, "calm");
        file.row("cache_files", 1, 1, "R1", "/cache/1", 12.5, 10, 129, 200, "2025-10-19T18:00:00", "sha256:0");
        file.row("config", "db_version", "1.0", "the version");
    }

    private ImportReport run() {
        return imports.run(request(file.path(), false));
    }

    private static EegImportRequest request(Path path, boolean dryRun) {
        return new EegImportRequest(path, "EEG", null, "eeg", "ann", dryRun);
    }

    private Path sibling(String suffix) {
        return file.path().resolveSibling(file.path().getFileName() + suffix);
    }

    private static Id<Project> project(ImportReport report) {
        return Objects.requireNonNull(report.projectId());
    }

    /** The newest first. */
    private List<Experiment> experiments(ImportReport report) {
        Slice<Experiment> found = test.storage()
                .read(r -> r.experiments().of(project(report), ExperimentFilter.NONE, Page.first(Page.MAX_LIMIT)));
        return found.items();
    }

    private List<Epoch> epochs(Experiment experiment) {
        return test.storage().read(r -> r.epochs().of(experiment.id(), null, 100));
    }

    /** The epochs of the checkpoints that are best. */
    private List<Long> bests(Experiment experiment) {
        List<Checkpoint> all = test.storage().read(r -> r.checkpoints().of(experiment.id()));
        return all.stream().filter(Checkpoint::best).map(Checkpoint::epoch).toList();
    }

    private static Counts counts(ImportReport report, String table) {
        return report.tables().stream()
                .filter(each -> each.table().equals(table))
                .findFirst()
                .orElseThrow()
                .counts();
    }

    private static Finding finding(ImportReport report, String code) {
        return report.findings().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
