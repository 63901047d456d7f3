package dev.atlas.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.imports.ImportedRow;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectStatus;
import dev.atlas.domain.projects.Visibility;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Conflict;
import dev.atlas.domain.tracking.CacheFile;
import dev.atlas.domain.tracking.Checkpoint;
import dev.atlas.domain.tracking.CheckpointFile;
import dev.atlas.domain.tracking.Checkpoints;
import dev.atlas.domain.tracking.DatasetSpec;
import dev.atlas.domain.tracking.Epoch;
import dev.atlas.domain.tracking.EpochMemory;
import dev.atlas.domain.tracking.EpochTiming;
import dev.atlas.domain.tracking.Epochs;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.domain.tracking.ExperimentFilter;
import dev.atlas.domain.tracking.ExperimentStatus;
import dev.atlas.domain.tracking.ModelSpec;
import dev.atlas.domain.tracking.Sex;
import dev.atlas.domain.tracking.Split;
import dev.atlas.domain.tracking.Splits;
import dev.atlas.domain.tracking.Subject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes into the collections of tracking comes out of them unchanged. */
class TrackingRoundTripTest {

    private static final Instant START = Instant.parse("2025-10-19T18:32:26.111910Z");

    private Storage storage;
    private final User owner = new User(id(), new Username("ann"), null, null, "admin", null, true, START, START, 0);
    private final Project project = new Project(
            id(),
            owner.id(),
            "eeg",
            null,
            null,
            ProjectStatus.ACTIVE,
            null,
            Visibility.PRIVATE,
            List.of(),
            Json.Obj.EMPTY,
            Json.Obj.EMPTY,
            START,
            START,
            0);

    @BeforeEach
    void openWithAProject(@TempDir Path folder) {
        storage = new Backend().open("sqlite:" + folder.resolve("a.db"), Map.of());
        storage.write(r -> {
            r.users().add(owner);
            return r.projects().add(project);
        });
    }

    @AfterEach
    void close() {
        storage.close();
    }

    /*
     * A full experiment and an empty one that continues it.
     * - Both come back as they were.
     * - When the first is removed, the second loses its parent.
     */
    @Test
    void experimentsKeepEveryComponent() {
        Experiment full = full();
        Experiment empty = empty(1, full.id());
        storage.write(r -> {
            r.experiments().add(full);
            return r.experiments().add(empty);
        });
        Optional<Experiment> first = storage.read(r -> r.experiments().find(full.id()));
        assertThat(first).contains(full);
        List<Experiment> both = storage.read(r -> r.experiments().among(List.of(full.id(), empty.id())));
        assertThat(both).containsExactlyInAnyOrder(full, empty);

        storage.write(r -> r.experiments().remove(full.id()));
        Optional<Experiment> orphan = storage.read(r -> r.experiments().find(empty.id()));
        assertThat(orphan).isPresent();
        assertThat(orphan.orElseThrow().parentId()).isNull();
    }

    /* Every part of the filter finds the full experiment, and the opposite of every part does not. */
    @Test
    void experimentsAreFilteredByEveryPart() {
        storage.write(r -> {
            r.experiments().add(full());
            return r.experiments().add(empty(-1, null));
        });
        List<ExperimentFilter> finding = List.of(
                new ExperimentFilter(ExperimentStatus.COMPLETED, null, null, null, null, null),
                new ExperimentFilter(null, 2L, null, null, null, null),
                new ExperimentFilter(null, null, "baseline", null, null, null),
                new ExperimentFilter(null, null, null, "EEGNeX", null, null),
                new ExperimentFilter(null, null, null, null, START, null),
                new ExperimentFilter(
                        ExperimentStatus.COMPLETED, 2L, "baseline", "EEGNeX", START, START.plusSeconds(1)));
        for (ExperimentFilter filter : finding) {
            assertThat(names(filter)).as("%s", filter).containsExactly("full");
        }
        List<ExperimentFilter> missing = List.of(
                ExperimentFilter.in(ExperimentStatus.FAILED),
                ExperimentFilter.NONE.ofChallenge(1L),
                ExperimentFilter.NONE.tagged("base"),
                new ExperimentFilter(null, null, null, "eegnex", null, null),
                ExperimentFilter.NONE.startedFrom(START.plusSeconds(1)));
        for (ExperimentFilter filter : missing) {
            assertThat(names(filter)).as("%s", filter).isEmpty();
        }
        assertThat(names(ExperimentFilter.NONE)).containsExactly("full", "empty");
    }

    /* Metrics that are not finite and parts that are absent come back; the same number twice is refused by its rule. */
    @Test
    void epochsAreOnePerNumberAndAscend() {
        Experiment experiment = full();
        EpochTiming timing = new EpochTiming(3200.0, 32.5, null, START, null);
        storage.write(r -> {
            r.experiments().add(experiment);
            for (long n : new long[] {2, 0, 1}) {
                r.epochs().add(epoch(experiment, n, n == 1 ? timing : EpochTiming.NONE));
            }
            return null;
        });
        List<Epoch> all = storage.read(r -> r.epochs().of(experiment.id(), null, 10));
        assertThat(all).extracting(Epoch::epoch).containsExactly(0L, 1L, 2L);
        assertThat(all.get(1).timing()).isEqualTo(timing);
        assertThat(all.getFirst().metrics()).containsEntry("nan", Double.NaN).containsEntry("a.b$", -0.0);
        List<Epoch> rest = storage.read(r -> r.epochs().of(experiment.id(), 0L, 1));
        assertThat(rest).extracting(Epoch::epoch).containsExactly(1L);
        List<Epoch> some = storage.read(r -> r.epochs().numbered(experiment.id(), List.of(2L, 0L, 7L)));
        assertThat(some).extracting(Epoch::epoch).containsExactly(0L, 2L);
        assertThatThrownBy(() -> storage.write(r -> r.epochs().add(epoch(experiment, 1, timing))))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.rule()).isEqualTo(Epochs.ONE_PER_NUMBER));
    }

    /* A second best checkpoint is refused by its rule; others are not. */
    @Test
    void checkpointsHaveOneBest() {
        Experiment experiment = full();
        Checkpoint best = checkpoint(experiment, 3).promoted();
        Checkpoint other = checkpoint(experiment, 4);
        storage.write(r -> {
            r.experiments().add(experiment);
            r.checkpoints().add(other);
            return r.checkpoints().add(best);
        });
        Optional<Checkpoint> found = storage.read(r -> r.checkpoints().best(experiment.id()));
        assertThat(found).contains(best);
        List<Checkpoint> byEpoch = storage.read(r -> r.checkpoints().of(experiment.id()));
        assertThat(byEpoch).containsExactly(best, other);
        Slice<Checkpoint> newest = storage.read(r -> r.checkpoints().of(experiment.id(), Page.first(1)));
        assertThat(newest.items()).containsExactly(other);
        assertThat(newest.next()).isNotNull();
        assertThatThrownBy(() -> storage.write(r -> r.checkpoints().replace(other.promoted())))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.rule()).isEqualTo(Checkpoints.ONE_BEST));
    }

    /* Subjects, cache files and imported rows come back; all of them go with their project. */
    @Test
    void theRestBelongsToTheProject() {
        Subject subject = new Subject(
                id(),
                project.id(),
                "sub-1",
                9.5,
                Sex.F,
                null,
                List.of("R1"),
                true,
                false,
                null,
                -0.25,
                object("{\"adhd_score\":3}"),
                object("{}"),
                new Splits(Split.TRAIN, null),
                (Json.Arr) Json.parse("x", "[{\"session_id\":\"a\"}]"),
                Json.Obj.EMPTY,
                2L,
                null,
                0.5,
                "n",
                START,
                null,
                0);
        CacheFile file = new CacheFile(id(), project.id(), 1L, "R1", "/a", 1.5, 10L, null, null, null, START, 0);
        ImportedRow row = new ImportedRow(
                id(), project.id(), "eeg", "config", "db_version", null, object("{\"value\":\"1.0\"}"), "d", START, 0);
        storage.write(r -> {
            r.subjects().add(subject);
            r.cacheFiles().add(file);
            return r.importedRows().add(row);
        });
        Optional<Subject> named = storage.read(r -> r.subjects().named(project.id(), "sub-1"));
        assertThat(named).contains(subject);
        Slice<Subject> released = storage.read(r -> r.subjects().of(project.id(), "R1", Page.first(5)));
        assertThat(released.items()).containsExactly(subject);
        Slice<CacheFile> files = storage.read(r -> r.cacheFiles().of(project.id(), null, Page.first(5)));
        assertThat(files.items()).containsExactly(file);
        List<ImportedRow> rows = storage.read(r -> r.importedRows().of(project.id(), "eeg", "config", null, 5));
        assertThat(rows).containsExactly(row);

        storage.write(r -> r.projects().remove(project.id()));
        Optional<Subject> gone = storage.read(r -> r.subjects().find(subject.id()));
        assertThat(gone).isEmpty();
        Optional<ImportedRow> forgotten = storage.read(r -> r.importedRows().find(row.id()));
        assertThat(forgotten).isEmpty();
    }

    /* One read unit sees everything and ends at the end. */
    @Test
    void pagesOfExperimentsNeitherSkipNorRepeat() {
        storage.write(r -> {
            LongStream.range(0, 7).forEach(i -> r.experiments().add(empty(i / 2, null)));
            return null;
        });
        Slice<Experiment> first =
                storage.read(r -> r.experiments().of(project.id(), ExperimentFilter.NONE, Page.first(4)));
        Slice<Experiment> second = storage.read(
                r -> r.experiments().ofAny(List.of(project.id()), ExperimentFilter.NONE, new Page(4, first.next())));
        assertThat(first.items()).hasSize(4);
        assertThat(second.items()).hasSize(3).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
        Slice<Experiment> none =
                storage.read(r -> r.experiments().ofAny(List.of(), ExperimentFilter.NONE, Page.first(4)));
        assertThat(none.items()).isEmpty();
    }

    private List<String> names(ExperimentFilter filter) {
        Slice<Experiment> found = storage.read(r -> r.experiments().of(project.id(), filter, Page.first(9)));
        return found.items().stream().map(Experiment::name).toList();
    }

    private Experiment full() {
        return new Experiment(
                id(),
                project.id(),
                "full",
                2L,
                ExperimentStatus.COMPLETED,
                new ModelSpec("EEGNeX", new Json.Str("cnn"), 123_456L, "1"),
                object("{\"lr\":0.002,\"crop\":2.0,\"p\":null}"),
                new DatasetSpec(List.of("R1", "R2"), 10L, null, List.of("/c"), true),
                object("{\"best_val_loss\":0.12,\"nan\":\"NaN\"}"),
                List.of("baseline", "ü"),
                "note",
                START,
                START.plusSeconds(9),
                "ann",
                "host",
                "/dir",
                null,
                START,
                START,
                0);
    }

    private Experiment empty(long seconds, @Nullable Id<Experiment> parent) {
        return new Experiment(
                id(),
                project.id(),
                "empty",
                null,
                ExperimentStatus.RUNNING,
                ModelSpec.NONE,
                Json.Obj.EMPTY,
                DatasetSpec.NONE,
                Json.Obj.EMPTY,
                List.of(),
                null,
                START.plusSeconds(seconds),
                null,
                "ann",
                null,
                null,
                parent,
                START,
                START,
                0);
    }

    private static Epoch epoch(Experiment experiment, long number, EpochTiming timing) {
        Map<String, Double> metrics = Map.of("nan", Double.NaN, "inf", Double.POSITIVE_INFINITY, "a.b$", -0.0);
        return new Epoch(id(), experiment.id(), number, new TreeMap<>(metrics), timing, EpochMemory.NONE, START, 0);
    }

    private static Checkpoint checkpoint(Experiment experiment, long epoch) {
        return new Checkpoint(
                id(),
                experiment.id(),
                epoch,
                false,
                new TreeMap<>(Map.of("val_loss", 0.1)),
                new CheckpointFile("/p", 12.5, "sha256:0", "pytorch"),
                object("{\"step\":1}"),
                Json.Obj.EMPTY,
                START.plusSeconds(epoch),
                0);
    }

    private static Json.Obj object(String json) {
        return (Json.Obj) Json.parse("json", json);
    }

    private static <T> Id<T> id() {
        return new Id<>(UUID.randomUUID());
    }
}
