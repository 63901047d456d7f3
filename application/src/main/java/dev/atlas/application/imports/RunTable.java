package dev.atlas.application.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Canonical;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.tracking.DatasetSpec;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.domain.tracking.ExperimentStatus;
import dev.atlas.domain.tracking.ModelSpec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Training runs become experiments. */
record RunTable(Id<Project> project, Instant now, Runs runs, Findings findings) implements SourceTable<Experiment> {

    static final String TABLE = "training_runs";
    static final String KEY = "run_id";

    /** The source does not say who ran it, and the one who imports it did not. */
    private static final String UNKNOWN = "unknown";

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public String keyColumn() {
        return KEY;
    }

    @Override
    public String entities() {
        return "experiments";
    }

    @Override
    public Experiment read(Cells cells, UUID id) {
        Instant start = cells.time("start_time").orElseThrow(() -> new InvalidValue("start_time", "is missing"));
        Instant end = cells.time("end_time").orElse(null);
        return new Experiment(
                new Id<>(id),
                project,
                "migrated_" + cells.key(KEY),
                cells.whole("challenge"),
                status(cells.text("status"), end),
                ModelSpec.named(cells.text("model_name")),
                config(cells.text("config")),
                DatasetSpec.NONE,
                metrics(cells),
                List.of(),
                cells.text("notes"),
                start,
                end,
                UNKNOWN,
                null,
                null,
                null,
                now,
                now,
                0);
    }

    private static ExperimentStatus status(@Nullable String word, @Nullable Instant end) {
        ExperimentStatus status =
                switch (word) {
                    case null -> ExperimentStatus.STOPPED;
                    case "running" -> ExperimentStatus.RUNNING;
                    case "completed" -> ExperimentStatus.COMPLETED;
                    case "failed" -> ExperimentStatus.FAILED;
                    case "stopped" -> ExperimentStatus.STOPPED;
                    default -> throw new InvalidValue("status", "must be running, completed, failed or stopped");
                };
        return status == ExperimentStatus.RUNNING && end != null ? ExperimentStatus.STOPPED : status;
    }

    private static Json.Obj config(@Nullable String text) {
        if (text == null) {
            return Json.Obj.EMPTY;
        }
        try {
            if (Json.parse("config", text) instanceof Json.Obj object) {
                return object;
            }
        } catch (InvalidValue notJson) {
            return member("config_text", new Json.Str(text));
        }
        return member("config_text", new Json.Str(text));
    }

    private static Json.Obj member(String name, Json value) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put(name, value);
        return new Json.Obj(members);
    }

    private static Json.Obj metrics(Cells cells) {
        SequencedMap<String, Json> metrics = new LinkedHashMap<>();
        Double loss = cells.real("best_val_loss");
        if (loss != null) {
            metrics.put("best_val_loss", Canonical.encode(loss));
        }
        for (String count : List.of("best_epoch", "total_epochs")) {
            Long value = cells.whole(count);
            if (value != null) {
                metrics.put(count, Json.Num.of(value));
            }
        }
        return new Json.Obj(metrics);
    }

    @Override
    public void met(String key, Cells cells, Experiment experiment) {
        runs.put(key, experiment.id());
        String word = cells.text("status");
        if (word == null) {
            findings.add(Findings.Code.STATUS_MISSING, key);
        } else if (word.equals("running")) {
            boolean ended = experiment.endTime() != null;
            findings.add(ended ? Findings.Code.RUNNING_WITH_END : Findings.Code.RUNNING_WITHOUT_END, key);
        }
        if (experiment.config().members().get("config_text") instanceof Json.Str(String kept)
                && kept.equals(cells.text("config"))) {
            findings.add(Findings.Code.CONFIG_NOT_JSON, key);
        }
    }

    @Override
    public Optional<String> obstacle(Repositories repositories, Experiment experiment) {
        return Optional.empty();
    }

    @Override
    public void add(Repositories repositories, Experiment experiment) {
        repositories.experiments().add(experiment);
    }

    @Override
    public Optional<Experiment> find(Repositories repositories, UUID id) {
        return repositories.experiments().find(new Id<>(id));
    }

    /** Status and end follow the source only together: one without the other would make no sense. */
    private record Course(ExperimentStatus status, @Nullable Instant end) {
        static Course of(Experiment experiment) {
            return new Course(experiment.status(), experiment.endTime());
        }
    }

    @Override
    public void update(Repositories repositories, ThreeWay<Experiment> three) {
        Experiment mine = three.mine();
        Course course = three.of(Course::of);
        Experiment merged = new Experiment(
                mine.id(),
                mine.projectId(),
                mine.name(),
                three.of(Experiment::challenge),
                course.status(),
                three.of(Experiment::model),
                three.of(Experiment::config),
                mine.dataset(),
                three.of(Experiment::metrics),
                mine.tags(),
                three.of(Experiment::note),
                three.of(Experiment::startTime),
                course.end(),
                mine.createdBy(),
                mine.hostname(),
                mine.checkpointDir(),
                mine.parentId(),
                mine.createdAt(),
                now,
                mine.version());
        repositories.experiments().replace(merged);
    }
}
