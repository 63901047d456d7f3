package dev.atlas.application.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.application.Caller;
import dev.atlas.application.Refusal;
import dev.atlas.application.SqliteAtlas;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.projects.MemberRole;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectDetails;
import dev.atlas.domain.projects.Visibility;
import dev.atlas.domain.tracking.CheckpointFile;
import dev.atlas.domain.tracking.DatasetSpec;
import dev.atlas.domain.tracking.EpochEntry;
import dev.atlas.domain.tracking.EpochTiming;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.domain.tracking.ExperimentStatus;
import dev.atlas.domain.tracking.ModelSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Ann owns a private project with experiments, Ed edits it, Vic views it, and Sam is a stranger to it. */
abstract class TrackingTest {

    SqliteAtlas test;
    TrackingUseCases tracking;
    Caller ann;
    Caller ed;
    Caller vic;
    Caller sam;
    Project project;

    @BeforeEach
    void open(@TempDir Path folder) {
        test = new SqliteAtlas(folder);
        tracking = test.atlas().tracking();
        ann = test.member("ann");
        ed = test.member("ed");
        vic = test.member("vic");
        sam = test.member("sam");
        project = project("eeg", Visibility.PRIVATE);
        test.atlas().projects().membership().put(ann, project.id(), ed.user(), MemberRole.EDITOR, null);
        test.atlas().projects().membership().put(ann, project.id(), vic.user(), MemberRole.VIEWER, null);
    }

    @AfterEach
    void close() {
        test.close();
    }

    Project project(String name, Visibility visibility) {
        ProjectDetails details =
                new ProjectDetails(name, null, null, visibility, List.of(), Json.Obj.EMPTY, Json.Obj.EMPTY);
        return test.atlas().projects().catalog().create(ann, details).value();
    }

    /** Started by Ann in the project. */
    Experiment start(String name) {
        return start(name, 1L, "{}", "{}");
    }

    Experiment start(String name, @Nullable Long challenge, String config, String metrics) {
        return tracking.experiments()
                .start(ann, wanted(project.id(), name, challenge, config, metrics, null))
                .value();
    }

    /** Started by Ann and completed with these metrics. */
    Experiment completed(String name, @Nullable Long challenge, String config, String metrics) {
        Experiment started = start(name, challenge, config, metrics);
        return move(started, ExperimentStatus.COMPLETED);
    }

    Experiment move(Experiment experiment, ExperimentStatus to) {
        return tracking.lifecycle()
                .move(ann, experiment.id(), StatusMove.to(to), null)
                .value();
    }

    static NewExperiment wanted(
            Id<Project> project,
            String name,
            @Nullable Long challenge,
            String config,
            String metrics,
            @Nullable Id<Experiment> parent) {
        return new NewExperiment(
                project,
                name,
                challenge,
                ModelSpec.named("EEGNeX"),
                json(config),
                DatasetSpec.NONE,
                json(metrics),
                List.of("baseline"),
                null,
                null,
                null,
                parent);
    }

    static EpochEntry entry(long epoch, @Nullable Double seconds, String name, double value) {
        SortedMap<String, Double> metrics = new TreeMap<>(Map.of(name, value));
        return new EpochEntry(epoch, metrics, seconds == null ? null : EpochTiming.lasting(seconds), null, null);
    }

    static NewCheckpoint saved(long epoch, boolean best, double loss) {
        return new NewCheckpoint(
                epoch,
                best,
                new TreeMap<>(Map.of("val_loss", loss)),
                CheckpointFile.NONE,
                Json.Obj.EMPTY,
                Json.Obj.EMPTY,
                null);
    }

    static Json.Obj json(String text) {
        return (Json.Obj) Json.parse("test", text);
    }

    /** What a read answers, or throws. */
    static <R> R now(CompletableFuture<R> answer) {
        try {
            return answer.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new AssertionError(e);
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    static void assertRefused(Class<? extends Refusal> as, String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(as, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
