package dev.atlas.application.tracking;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.projects.ProjectAccess;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.tracking.Checkpoint;
import dev.atlas.domain.tracking.Checkpoints;
import dev.atlas.domain.tracking.Experiment;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The saved states of models. An experiment has at most one best: another becomes it in the same unit in which the former
 * ceases to be it, so that nobody ever sees two, or none in between.
 */
public final class CheckpointShelf {

    private final Foundation foundation;
    private final ProjectAccess projects;
    private final ExperimentAccess access;

    CheckpointShelf(Foundation foundation, ProjectAccess projects) {
        this.foundation = foundation;
        this.projects = projects;
        this.access = new ExperimentAccess(projects);
    }

    public Committed<Checkpoint> save(Caller caller, Id<Experiment> experiment, NewCheckpoint saved) {
        ExperimentAccess.mayWrite(caller);
        Instant now = foundation.now();
        Checkpoint checkpoint = new Checkpoint(
                foundation.ids().next(),
                experiment,
                saved.epoch(),
                saved.best(),
                saved.metrics(),
                saved.file(),
                saved.modelState(),
                saved.validation(),
                Objects.requireNonNullElse(saved.timestamp(), now),
                0);
        return Races.again(Checkpoints.ONE_BEST, () -> foundation.storage().write(repositories -> {
            access.writable(repositories, caller, experiment);
            if (checkpoint.best()) {
                repositories.checkpoints().best(experiment).ifPresent(former -> repositories
                        .checkpoints()
                        .replace(former.demoted()));
            }
            return repositories.checkpoints().add(checkpoint);
        }));
    }

    /**
     * Makes it the best of its experiment; changes nothing if it is.
     *
     * @param ifMark the {@link #mark} of the present best this is based on; absent if any will do; given, there must be one
     * @throws Refusal.Stale if the present best has another mark
     */
    public Committed<Checkpoint> promote(
            Caller caller, Id<Experiment> experiment, Id<Checkpoint> id, @Nullable Long ifMark) {
        ExperimentAccess.mayWrite(caller);
        return Races.again(Checkpoints.ONE_BEST, () -> foundation.storage().write(repositories -> {
            access.writable(repositories, caller, experiment);
            Checkpoint wanted = find(repositories, experiment, id);
            Optional<Checkpoint> former = repositories.checkpoints().best(experiment);
            ExperimentAccess.mustBe(ifMark, former.map(CheckpointShelf::mark).orElse(ExperimentAccess.ABSENT));
            if (wanted.best()) {
                return wanted;
            }
            former.ifPresent(best -> repositories.checkpoints().replace(best.demoted()));
            return repositories.checkpoints().replace(wanted.promoted());
        }));
    }

    /**
     * Tells which checkpoint is the best, and in which version, in one number of at most 18 digits: two that are saved as
     * best one after the other are both of version 0.
     */
    public static long mark(Checkpoint best) {
        UUID id = best.id().value();
        long mixed = 31 * (31 * id.getMostSignificantBits() + id.getLeastSignificantBits()) + best.version();
        return Math.floorMod(mixed, 1_000_000_000_000_000_000L);
    }

    /** Throws {@link Refusal.NotFound} {@code checkpoint.not_found} if the experiment has none of this id. */
    public CompletableFuture<Checkpoint> get(Caller caller, Id<Experiment> experiment, Id<Checkpoint> id) {
        ExperimentAccess.mayRead(caller);
        return projects.reading(caller, repositories -> {
            access.readable(repositories, caller, experiment);
            return find(repositories, experiment, id);
        });
    }

    /** Throws {@link Refusal.NotFound} {@code checkpoint.not_found} if none is the best. */
    public CompletableFuture<Checkpoint> best(Caller caller, Id<Experiment> experiment) {
        ExperimentAccess.mayRead(caller);
        return projects.reading(caller, repositories -> {
            access.readable(repositories, caller, experiment);
            return repositories.checkpoints().best(experiment).orElseThrow(CheckpointShelf::notFound);
        });
    }

    /** Newest first (by time, then id). */
    public CompletableFuture<Slice<Checkpoint>> list(Caller caller, Id<Experiment> experiment, Page page) {
        ExperimentAccess.mayRead(caller);
        return projects.reading(caller, repositories -> {
            access.readable(repositories, caller, experiment);
            return repositories.checkpoints().of(experiment, page);
        });
    }

    private static Checkpoint find(Repositories repositories, Id<Experiment> experiment, Id<Checkpoint> id) {
        return repositories
                .checkpoints()
                .find(id)
                .filter(found -> found.experimentId().equals(experiment))
                .orElseThrow(CheckpointShelf::notFound);
    }

    private static Refusal notFound() {
        return new Refusal.NotFound("checkpoint.not_found", "There is no such checkpoint.");
    }
}
