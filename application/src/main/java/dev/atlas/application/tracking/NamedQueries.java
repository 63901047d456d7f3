package dev.atlas.application.tracking;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.projects.ProjectAccess;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.tracking.Direction;
import dev.atlas.domain.tracking.Epoch;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.domain.tracking.ExperimentFilter;
import dev.atlas.domain.tracking.ExperimentMetrics;
import dev.atlas.domain.tracking.ExperimentStatus;
import dev.atlas.domain.tracking.Leaderboard;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The seven questions people ask most. Source: tracking reference, section 2. A {@code project} that is null means every
 * project the caller may read.
 */
public final class NamedQueries {

    private static final int FAILED = 20;
    private static final Duration RECENT = Duration.ofDays(7);
    private static final String LOSS = ExperimentRanking.DEFAULT_METRIC;

    private final Foundation foundation;
    private final ProjectAccess projects;
    private final ExperimentAccess access;
    private final ReadableProjects readable;

    NamedQueries(Foundation foundation, ProjectAccess projects) {
        this.foundation = foundation;
        this.projects = projects;
        this.access = new ExperimentAccess(projects);
        this.readable = new ReadableProjects(projects);
    }

    /** 1. The running experiment that was started last, or empty. */
    public CompletableFuture<Optional<Experiment>> latestRunning(Caller caller, @Nullable Id<Project> project) {
        ExperimentFilter running = ExperimentFilter.in(ExperimentStatus.RUNNING);
        return page(caller, project, running, Page.first(1))
                .thenApply(slice -> slice.items().stream().findFirst());
    }

    /** 2. The completed experiment with the smallest loss of each challenge, by challenge; those without one left out. */
    public CompletableFuture<List<Experiment>> bestPerChallenge(Caller caller, @Nullable Id<Project> project) {
        ExperimentAccess.mayRead(caller);
        return projects.reading(caller, repositories -> {
            Map<Long, Leaderboard> boards = new TreeMap<>();
            ExperimentFilter completed = ExperimentFilter.in(ExperimentStatus.COMPLETED);
            readable.forEach(repositories, caller, project, completed, experiment -> {
                if (experiment.challenge() != null) {
                    boards.computeIfAbsent(experiment.challenge(), c -> new Leaderboard(LOSS, Direction.MIN, 1))
                            .offer(experiment);
                }
            });
            return boards.values().stream()
                    .flatMap(board -> board.places().stream())
                    .map(Leaderboard.Place::experiment)
                    .toList();
        });
    }

    /** 3. The experiments that carry this tag, newest first. */
    public CompletableFuture<Slice<Experiment>> tagged(
            Caller caller, @Nullable Id<Project> project, String tag, Page page) {
        return page(caller, project, ExperimentFilter.NONE.tagged(tag), page);
    }

    /** 4. The last 20 experiments that failed, newest first. */
    public CompletableFuture<List<Experiment>> lastFailed(Caller caller, @Nullable Id<Project> project) {
        ExperimentFilter failed = ExperimentFilter.in(ExperimentStatus.FAILED);
        return page(caller, project, failed, Page.first(FAILED)).thenApply(Slice::items);
    }

    /** 5. How long completed experiments took, by model; the longest first, then by name. */
    public CompletableFuture<List<TrainingTime>> trainingTime(Caller caller, @Nullable Id<Project> project) {
        ExperimentAccess.mayRead(caller);
        return projects.reading(caller, repositories -> {
            TrainingTime.Totals totals = new TrainingTime.Totals();
            ExperimentFilter completed = ExperimentFilter.in(ExperimentStatus.COMPLETED);
            readable.forEach(repositories, caller, project, completed, totals::add);
            return totals.averages();
        });
    }

    /**
     * 6. The experiments of the last 7 days that ran on a CPU ({@code config.device} is {@code cpu}) and are completed, by
     * loss; those without a finite loss at the end, and equal ones in the order of their starts.
     */
    public CompletableFuture<List<Experiment>> recentOnCpu(Caller caller, @Nullable Id<Project> project) {
        ExperimentAccess.mayRead(caller);
        Instant since = foundation.now().minus(RECENT);
        return projects.reading(caller, repositories -> {
            List<Experiment> found = new ArrayList<>();
            ExperimentFilter recent =
                    ExperimentFilter.in(ExperimentStatus.COMPLETED).startedFrom(since);
            readable.forEach(repositories, caller, project, recent, experiment -> {
                if (new Json.Str("cpu").equals(experiment.config().members().get("device"))) {
                    found.add(experiment);
                }
            });
            found.sort(byLoss());
            return List.copyOf(found);
        });
    }

    private static Comparator<Experiment> byLoss() {
        return Comparator.comparing(
                        (Experiment experiment) -> ExperimentMetrics.finite(experiment.metrics(), LOSS)
                                .orElse(null),
                        Comparator.nullsLast(Comparator.<BigDecimal>naturalOrder()))
                .thenComparing(Experiment::startTime)
                .thenComparing(experiment -> experiment.id().value(), Id::compare);
    }

    /** 7. What one experiment measured epoch by epoch, ascending. */
    public CompletableFuture<List<Epoch>> learningCurve(Caller caller, Id<Experiment> experiment) {
        ExperimentAccess.mayRead(caller);
        return projects.reading(caller, repositories -> {
            access.readable(repositories, caller, experiment);
            return repositories.epochs().of(experiment, null, Integer.MAX_VALUE);
        });
    }

    private CompletableFuture<Slice<Experiment>> page(
            Caller caller, @Nullable Id<Project> project, ExperimentFilter filter, Page page) {
        ExperimentAccess.mayRead(caller);
        return projects.reading(
                caller, repositories -> readable.experiments(repositories, caller, project, filter, page));
    }
}
