package dev.atlas.application.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.atlas.application.SqliteAtlas;
import dev.atlas.application.imports.ImportReport.Counts;
import dev.atlas.application.imports.ImportReport.Finding;
import dev.atlas.application.imports.ImportReport.Table;
import dev.atlas.contract.tracker.TrackerSample;
import dev.atlas.domain.Json;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.tracking.Checkpoint;
import dev.atlas.domain.tracking.Epoch;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.domain.tracking.ExperimentFilter;
import dev.atlas.domain.tracking.ExperimentStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What must become of the real file, number by number. Source: tracking reference, sections 5 and 6. Told of a file that is
 * made after it, and of the file itself wherever {@code ATLAS_SAMPLE_DATA} names a folder with {@code eeg/metadata.db}.
 */
class EegOracleTest {

    private static final List<Path> FILES = new ArrayList<>();

    @BeforeAll
    static void find(@TempDir Path folder) throws SQLException {
        FILES.clear();
        FILES.add(TrackerSample.write(folder.resolve("generated.db")));
        String samples = System.getenv("ATLAS_SAMPLE_DATA");
        if (samples != null && !samples.isBlank()) {
            Path real = Path.of(samples, "eeg", "metadata.db");
            assertThat(real).as("the file that ATLAS_SAMPLE_DATA promises").isRegularFile();
            FILES.add(real);
        }
    }

    static List<Path> files() {
        return FILES;
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyRowArrives(Path file, @TempDir Path folder) throws IOException {
        byte[] before = Files.readAllBytes(file);
        try (SqliteAtlas test = atlas(folder)) {
            ImportReport report = run(test, file);
            assertThat(report.tables())
                    .extracting(Table::entities, Table::counts)
                    .containsExactly(
                            entry("experiments", 37),
                            entry("epochs", 5),
                            entry("checkpoints", 5),
                            entry("subjects", 0),
                            entry("cache_files", 0),
                            entry("metadata", 4));
            assertThat(report.quarantined()).isEmpty();
            assertThat(subjects(report))
                    .containsEntry("best_demoted", List.of("2", "3"))
                    .hasEntrySatisfying(
                            "running_without_end", runs -> assertThat(runs).hasSize(37))
                    .hasEntrySatisfying(
                            "path_shared", paths -> assertThat(paths).hasSize(2))
                    .hasEntrySatisfying("size_and_checksum_missing", keys -> assertThat(keys)
                            .hasSize(5))
                    .containsOnlyKeys(
                            "best_demoted",
                            "running_without_end",
                            "path_shared",
                            "size_and_checksum_missing",
                            "zone_assumed");
            assertThat(run(test, file).total()).isEqualTo(new Counts(51, 0, 51, 0, 0));
        }
        assertThat(file).hasBinaryContent(before);
    }

    @ParameterizedTest
    @MethodSource("files")
    void runsAreAsTheyWere(Path file, @TempDir Path folder) {
        try (SqliteAtlas test = atlas(folder)) {
            List<Experiment> runs = experiments(test, run(test, file));
            assertThat(runs).hasSize(37).allSatisfy(run -> {
                assertThat(run.status()).isEqualTo(ExperimentStatus.RUNNING);
                assertThat(run.challenge()).isEqualTo(2);
                assertThat(run.model().name()).isEqualTo("EEGNeX_R1R2");
                assertThat(run.endTime()).isNull();
                assertThat(run.metrics()).isEqualTo(Json.Obj.EMPTY);
                assertThat(config(run, "learning_rate")).isEqualTo("0.002");
                assertThat(config(run, "crop_size")).isEqualTo("2.0");
            });
            assertThat(runs.getFirst().name()).isEqualTo("migrated_37");
            assertThat(runs.getFirst().startTime()).isEqualTo(Instant.parse("2025-10-22T12:13:39.630116Z"));
            assertThat(runs.getLast().startTime()).isEqualTo(Instant.parse("2025-10-19T18:32:26.111910Z"));
            assertThat(distribution(runs, "batch_size"))
                    .isEqualTo(Map.of("64", 22L, "16", 10L, "8", 2L, "128", 2L, "32", 1L));
            assertThat(distribution(runs, "max_epochs"))
                    .isEqualTo(Map.of("20", 29L, "1", 4L, "3", 2L, "2", 1L, "5", 1L));
            assertThat(distribution(runs, "amp")).isEqualTo(Map.of("true", 3L, "false", 21L, "absent", 13L));
            assertThat(distribution(runs, "persistent_workers"))
                    .isEqualTo(Map.of("true", 3L, "false", 21L, "absent", 13L));
            assertThat(distribution(runs, "prefetch_factor"))
                    .isEqualTo(Map.of("4", 2L, "2", 6L, "null", 16L, "absent", 13L));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void historyIsAsItWas(Path file, @TempDir Path folder) {
        try (SqliteAtlas test = atlas(folder)) {
            List<Experiment> runs = experiments(test, run(test, file));
            assertHistory(test.storage(), runs, 32, List.of(8.361908551849905e-05), 107447.3208181858, 1);
            assertHistory(
                    test.storage(), runs, 34, List.of(0.03532363846898079, 0.0217556671097214), 229095.51890730858, 2);
            assertHistory(
                    test.storage(), runs, 35, List.of(0.01937471033794246, 0.0031861125415860872), 229189.858938694, 2);
        }
    }

    private static void assertHistory(
            Storage storage, List<Experiment> runs, int run, List<Double> losses, double seconds, long best) {
        Experiment experiment = runs.stream()
                .filter(each -> each.name().equals("migrated_" + run))
                .findFirst()
                .orElseThrow();
        List<Epoch> epochs = storage.read(r -> r.epochs().of(experiment.id(), null, 100));
        assertThat(epochs).extracting(epoch -> epoch.metrics().get("val_loss")).containsExactlyElementsOf(losses);
        assertThat(epochs).allSatisfy(epoch -> assertThat(epoch.metrics()).containsEntry("learning_rate", 0.002));
        double total = epochs.stream()
                .mapToDouble(epoch -> Objects.requireNonNull(epoch.timing().durationSeconds()))
                .sum();
        assertThat(total).isCloseTo(seconds, within(1e-6));
        List<Checkpoint> checkpoints = storage.read(r -> r.checkpoints().of(experiment.id()));
        assertThat(checkpoints).hasSameSizeAs(epochs);
        assertThat(checkpoints)
                .filteredOn(Checkpoint::best)
                .extracting(Checkpoint::epoch)
                .containsExactly(best);
    }

    private static org.assertj.core.groups.Tuple entry(String entities, long created) {
        return org.assertj.core.groups.Tuple.tuple(entities, new Counts(created, created, 0, 0, 0));
    }

    private static SqliteAtlas atlas(Path folder) {
        SqliteAtlas test = new SqliteAtlas(folder);
        test.member("ann");
        return test;
    }

    private static ImportReport run(SqliteAtlas test, Path file) {
        return test.atlas().imports().eeg().run(new EegImportRequest(file, "EEG", null, "eeg", "ann", false));
    }

    private static Map<String, List<String>> subjects(ImportReport report) {
        return report.findings().stream().collect(Collectors.toMap(Finding::code, Finding::subjects));
    }

    private static List<Experiment> experiments(SqliteAtlas test, ImportReport report) {
        dev.atlas.domain.Id<Project> project = Objects.requireNonNull(report.projectId());
        Slice<Experiment> found = test.storage()
                .read(r -> r.experiments().of(project, ExperimentFilter.NONE, Page.first(Page.MAX_LIMIT)));
        return found.items();
    }

    private static String config(Experiment run, String key) {
        Json value = run.config().members().get(key);
        return value == null ? "absent" : value.text();
    }

    private static Map<String, Long> distribution(List<Experiment> runs, String key) {
        return runs.stream().collect(Collectors.groupingBy(run -> config(run, key), Collectors.counting()));
    }
}
