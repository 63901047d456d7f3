package dev.atlas.application.tracking;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.projects.ProjectAccess;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.Words;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.tracking.Experiment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Experiments end, and stopped ones run again. Running may become completed, failed or stopped; stopped may run again,
 * which clears its end; completed and failed are final.
 */
public final class ExperimentLifecycle {

    private final Foundation foundation;
    private final ExperimentAccess access;

    ExperimentLifecycle(Foundation foundation, ProjectAccess projects) {
        this.foundation = foundation;
        this.access = new ExperimentAccess(projects);
    }

    /**
     * Moves it, and patches its metrics in the same unit. A move to the status it has already moves nothing and keeps its end.
     *
     * @throws Refusal.WrongState {@code experiment.illegal_status} for a move that is not legal
     * @throws InvalidValue if the end lies before the start
     */
    public Committed<Experiment> move(Caller caller, Id<Experiment> id, StatusMove wanted, @Nullable Long ifVersion) {
        ExperimentAccess.mayWrite(caller);
        Instant now = foundation.now();
        return foundation.storage().write(repositories -> {
            Experiment current = access.writable(repositories, caller, id);
            ExperimentAccess.mustBe(ifVersion, current.version());
            Experiment moved = measured(moved(current, wanted, now), wanted.metrics(), now);
            return moved.equals(current) ? current : repositories.experiments().replace(moved);
        });
    }

    private static Experiment moved(Experiment current, StatusMove wanted, Instant now) {
        if (current.status() == wanted.status()) {
            return current;
        }
        if (!current.status().mayBecome(wanted.status())) {
            throw new Refusal.WrongState(
                    "experiment.illegal_status",
                    "The experiment " + current.id() + " is " + Words.of(current.status()) + " and cannot become "
                            + Words.of(wanted.status()) + ".");
        }
        if (wanted.endTime() != null && wanted.endTime().isBefore(current.startTime())) {
            throw new InvalidValue("end_time", "must not lie before start_time");
        }
        return current.moved(wanted.status(), wanted.endTime(), now);
    }

    private static Experiment measured(Experiment experiment, Json.Obj patch, Instant now) {
        if (patch.members().isEmpty()) {
            return experiment;
        }
        return experiment.measured((Json.Obj) experiment.metrics().patchedWith(patch), now);
    }
}
