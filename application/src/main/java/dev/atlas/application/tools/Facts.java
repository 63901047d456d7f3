package dev.atlas.application.tools;

import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import dev.atlas.domain.Words;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.tracking.Experiment;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was found, as an object; what is not there is left out. */
public final class Facts {

    private final SequencedMap<String, Json> members = new LinkedHashMap<>();

    public Facts with(String name, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Json json -> members.put(name, json);
            case Long number -> members.put(name, Json.Num.of(number));
            case BigDecimal number -> members.put(name, new Json.Num(number));
            case Boolean flag -> members.put(name, new Json.Bool(flag));
            case Instant time -> members.put(name, new Json.Str(Instants.text(time)));
            case Enum<?> word -> members.put(name, new Json.Str(Words.of(word)));
            default -> members.put(name, new Json.Str(value.toString()));
        }
        return this;
    }

    public Json.Obj object() {
        return new Json.Obj(members);
    }

    /** A list under this name, and whether there is more of it. */
    public static <T> Json.Obj list(String name, List<T> found, Function<T, Facts> facts, boolean more) {
        List<Json> items =
                found.stream().<Json>map(each -> facts.apply(each).object()).toList();
        return new Facts()
                .with(name, new Json.Arr(items))
                .with("more", more ? true : null)
                .object();
    }

    static Facts of(Project project) {
        return new Facts()
                .with("id", project.id())
                .with("name", project.name())
                .with("description", project.description())
                .with("type", project.type())
                .with("status", project.status())
                .with("visibility", project.visibility())
                .with("tags", Json.strings(project.tags()))
                .with("created_at", project.createdAt())
                .with("version", project.version());
    }

    /** In a list: without what is long. */
    static Facts of(Experiment experiment) {
        return new Facts()
                .with("id", experiment.id())
                .with("project_id", experiment.projectId())
                .with("experiment_name", experiment.name())
                .with("challenge", experiment.challenge())
                .with("status", experiment.status())
                .with("model", experiment.model().name())
                .with("metrics", experiment.metrics())
                .with("tags", Json.strings(experiment.tags()))
                .with("start_time", experiment.startTime())
                .with("end_time", experiment.endTime());
    }

    static Facts whole(Experiment experiment) {
        return of(experiment)
                .with("config", experiment.config())
                .with("note", experiment.note())
                .with("created_by", experiment.createdBy())
                .with("hostname", experiment.hostname())
                .with("parent_experiment_id", experiment.parentId())
                .with("version", experiment.version());
    }
}
