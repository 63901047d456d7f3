package dev.atlas.domain.tracking;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.Tags;
import dev.atlas.domain.Text;
import dev.atlas.domain.projects.Project;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a training, in one project for ever.
 *
 * @param name trimmed, 1 to 200 code points, not unique
 * @param challenge 1 or 2
 * @param config free, an object
 * @param metrics see {@link ExperimentMetrics}
 * @param tags see {@link Tags}
 * @param note at most 10,000 code points; blank is absent
 * @param startTime lists order by it
 * @param endTime absent while running; an imported one may have ended at an unknown time
 * @param createdBy who started it, as they were called then, at most 200 code points
 * @param hostname at most 255 code points
 * @param checkpointDir at most 4,096 code points
 * @param parentId the run of the same project that this one continues
 */
public record Experiment(
        Id<Experiment> id,
        Id<Project> projectId,
        String name,
        @Nullable Long challenge,
        ExperimentStatus status,
        ModelSpec model,
        Json.Obj config,
        DatasetSpec dataset,
        Json.Obj metrics,
        List<String> tags,
        @Nullable String note,
        Instant startTime,
        @Nullable Instant endTime,
        String createdBy,
        @Nullable String hostname,
        @Nullable String checkpointDir,
        @Nullable Id<Experiment> parentId,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public Experiment {
        name = Text.required("experiment_name", name, 200);
        challenge = Numbers.challenge("challenge", challenge);
        metrics = ExperimentMetrics.checked(metrics);
        tags = Tags.of("tags", tags);
        note = Text.optional("note", note, 10_000);
        startTime = Instants.micros("start_time", startTime);
        endTime = Instants.microsOrNull("end_time", endTime);
        createdBy = Text.required("created_by", createdBy, 200);
        hostname = Text.optional("hostname", hostname, 255);
        checkpointDir = Text.optional("checkpoint_dir", checkpointDir, 4096);
        createdAt = Instants.micros("created_at", createdAt);
        updatedAt = Instants.micros("updated_at", updatedAt);
        if (endTime != null && !status.ended()) {
            throw new InvalidValue("end_time", "must be absent while the experiment is running");
        }
    }

    /**
     * In {@code next} since {@code now}: an end in the states that have one, none when it runs again. It does not end before
     * it began, even if the clock was set back.
     */
    public Experiment moved(ExperimentStatus next, @Nullable Instant end, Instant now) {
        if (!status.mayBecome(next)) {
            throw new IllegalStateException("experiment " + id + " cannot go from " + status + " to " + next);
        }
        Instant ended = end == null && next.ended() ? (now.isBefore(startTime) ? startTime : now) : end;
        return new Experiment(
                id,
                projectId,
                name,
                challenge,
                next,
                model,
                config,
                dataset,
                metrics,
                tags,
                note,
                startTime,
                ended,
                createdBy,
                hostname,
                checkpointDir,
                parentId,
                createdAt,
                now,
                version);
    }

    /** The same with these metrics in the place of all it had. */
    public Experiment measured(Json.Obj changed, Instant now) {
        return new Experiment(
                id,
                projectId,
                name,
                challenge,
                status,
                model,
                config,
                dataset,
                changed,
                tags,
                note,
                startTime,
                endTime,
                createdBy,
                hostname,
                checkpointDir,
                parentId,
                createdAt,
                now,
                version);
    }
}
