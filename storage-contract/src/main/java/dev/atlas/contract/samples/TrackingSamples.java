package dev.atlas.contract.samples;

import dev.atlas.contract.samples.Link.WhenGone;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Repositories;
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
import dev.atlas.domain.tracking.ExperimentStatus;
import dev.atlas.domain.tracking.Handedness;
import dev.atlas.domain.tracking.ModelSpec;
import dev.atlas.domain.tracking.Sex;
import dev.atlas.domain.tracking.Split;
import dev.atlas.domain.tracking.Splits;
import dev.atlas.domain.tracking.Subject;
import dev.atlas.domain.tracking.Subjects;
import java.util.List;
import java.util.Map;

/** Experiments and what belongs to them. */
public final class TrackingSamples {

    public static final Port<Id<Experiment>, Experiment> EXPERIMENTS =
            new Port<>("experiments", Repositories::experiments, TrackingSamples::experiment, List.of());

    public static final Port<Id<Epoch>, Epoch> EPOCHS = new Port<>(
            "epochs",
            Repositories::epochs,
            TrackingSamples::epoch,
            List.of(UniqueValue.of(Epochs.ONE_PER_NUMBER, "experimentId", "epoch")));

    public static final Port<Id<Checkpoint>, Checkpoint> CHECKPOINTS = new Port<>(
            "checkpoints",
            Repositories::checkpoints,
            TrackingSamples::checkpoint,
            List.of(new UniqueValue(
                    Checkpoints.ONE_BEST, List.of("experimentId"), Map.of("best", true), Map.of("best", false))));

    public static final Port<Id<Subject>, Subject> SUBJECTS = new Port<>(
            "subjects",
            Repositories::subjects,
            TrackingSamples::subject,
            List.of(UniqueValue.of(Subjects.SUBJECT_ID_PER_PROJECT, "projectId", "subjectId")));

    public static final Port<Id<CacheFile>, CacheFile> CACHE_FILES =
            new Port<>("cache_files", Repositories::cacheFiles, TrackingSamples::cacheFile, List.of());

    public static final List<Port<?, ?>> PORTS = List.of(EXPERIMENTS, EPOCHS, CHECKPOINTS, SUBJECTS, CACHE_FILES);

    public static final List<Link<?, ?, ?>> LINKS = List.of(
            new Link<Project, Id<Project>, Experiment>(
                    ProjectSamples.PROJECTS, EXPERIMENTS, "projectId", WhenGone.REMOVED),
            new Link<Experiment, Id<Experiment>, Experiment>(EXPERIMENTS, EXPERIMENTS, "parentId", WhenGone.CLEARED),
            new Link<Experiment, Id<Experiment>, Epoch>(EXPERIMENTS, EPOCHS, "experimentId", WhenGone.REMOVED),
            new Link<Experiment, Id<Experiment>, Checkpoint>(
                    EXPERIMENTS, CHECKPOINTS, "experimentId", WhenGone.REMOVED),
            new Link<Project, Id<Project>, Subject>(ProjectSamples.PROJECTS, SUBJECTS, "projectId", WhenGone.REMOVED),
            new Link<Project, Id<Project>, CacheFile>(
                    ProjectSamples.PROJECTS, CACHE_FILES, "projectId", WhenGone.REMOVED));

    private TrackingSamples() {}

    private static Experiment experiment(Samples samples, Repositories repositories) {
        ExperimentStatus status = samples.oneOf(ExperimentStatus.class);
        return new Experiment(
                samples.id(),
                samples.referTo(ProjectSamples.PROJECTS, repositories),
                samples.text(),
                samples.maybe(() -> 1L + samples.number(2)),
                status,
                samples.chance()
                        ? ModelSpec.NONE
                        : new ModelSpec(samples.word(), samples.maybe(samples::object), samples.count(), "v 1"),
                samples.object(),
                samples.chance()
                        ? DatasetSpec.NONE
                        : new DatasetSpec(samples.tags(), samples.count(), null, List.of("/a.b/$c", "/😀"), true),
                metrics(samples),
                samples.tags(),
                samples.maybe(samples::text),
                samples.instant(),
                status.ended() ? samples.maybe(samples::instant) : null,
                samples.word(),
                samples.maybe(samples::word),
                samples.maybe(samples::text),
                samples.number(10) == 0 ? samples.referTo(EXPERIMENTS, repositories) : null,
                samples.instant(),
                samples.instant(),
                0);
    }

    private static Json.Obj metrics(Samples samples) {
        return (Json.Obj) Json.parse(
                "sample",
                samples.oneOf(List.of(
                        "{}",
                        "{\"val.loss\":0.50,\"$acc\":1E-300,\"steps\":9007199254740993}",
                        "{\"nan\":\"NaN\",\"up\":\"Infinity\",\"down\":\"-Infinity\",\"none\":null}")));
    }

    private static Epoch epoch(Samples samples, Repositories repositories) {
        return new Epoch(
                samples.id(),
                samples.referTo(EXPERIMENTS, repositories),
                samples.number(1_000),
                samples.doubles(),
                samples.chance()
                        ? EpochTiming.NONE
                        : new EpochTiming(
                                samples.amount(), null, samples.amount(), samples.instant(), samples.instant()),
                samples.chance() ? EpochMemory.NONE : new EpochMemory(samples.amount(), 0.0, null),
                samples.instant(),
                0);
    }

    private static Checkpoint checkpoint(Samples samples, Repositories repositories) {
        return new Checkpoint(
                samples.id(),
                samples.referTo(EXPERIMENTS, repositories),
                samples.number(1_000),
                samples.number(4) == 0,
                samples.doubles(),
                samples.chance()
                        ? CheckpointFile.NONE
                        : new CheckpointFile(samples.text(), samples.amount(), samples.word(), "pytorch"),
                samples.object(),
                samples.object(),
                samples.instant(),
                0);
    }

    private static Subject subject(Samples samples, Repositories repositories) {
        return new Subject(
                samples.id(),
                samples.referTo(ProjectSamples.PROJECTS, repositories),
                samples.text(),
                samples.maybe(samples::amount),
                samples.maybe(() -> samples.oneOf(Sex.class)),
                samples.maybe(() -> samples.oneOf(Handedness.class)),
                samples.tags(),
                samples.maybe(samples::chance),
                samples.maybe(samples::chance),
                samples.maybe(samples::chance),
                samples.maybe(() -> -samples.amount()),
                samples.object(),
                samples.object(),
                new Splits(samples.maybe(() -> samples.oneOf(Split.class)), null),
                (Json.Arr) Json.parse("sample", "[1,\"two\",null,{\"a.b\":[]}]"),
                samples.object(),
                samples.maybe(samples::count),
                samples.maybe(samples::count),
                samples.maybe(samples::amount),
                samples.maybe(samples::text),
                samples.instant(),
                samples.maybe(samples::instant),
                0);
    }

    private static CacheFile cacheFile(Samples samples, Repositories repositories) {
        return new CacheFile(
                samples.id(),
                samples.referTo(ProjectSamples.PROJECTS, repositories),
                samples.maybe(() -> 1L + samples.number(2)),
                samples.maybe(samples::word),
                samples.maybe(samples::text),
                samples.maybe(samples::amount),
                samples.maybe(samples::count),
                samples.maybe(samples::count),
                samples.maybe(samples::count),
                samples.maybe(samples::word),
                samples.instant(),
                0);
    }
}
