package dev.atlas.application.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.tracking.Experiment;
import java.util.HashMap;
import java.util.Map;

/** The experiments that the runs of a file have become. For one thread. */
final class Runs {

    private final Map<String, Id<Experiment>> byKey = new HashMap<>();

    /** Says that {@code key} is there; a run that was left out or deleted since is not. */
    void put(String key, Id<Experiment> experiment) {
        byKey.put(key, experiment);
    }

    /** The experiment of the run that a row belongs to. Throws {@link InvalidValue} for an orphan. */
    Id<Experiment> of(Cells cells) {
        Id<Experiment> experiment = byKey.get(cells.key(RunTable.KEY));
        if (experiment == null) {
            throw new InvalidValue(RunTable.KEY, "names a run that is not there");
        }
        return experiment;
    }
}
