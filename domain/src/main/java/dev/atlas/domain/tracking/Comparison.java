package dev.atlas.domain.tracking;

import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;

/**
 * Experiments side by side.
 *
 * @param experiments in the order they were asked for, each once
 * @param missing the ids asked for that are not there, in that order
 * @param config where their configurations differ, by member, in the order the members first appear
 * @param metrics where their metrics differ, likewise
 */
public record Comparison(
        List<Experiment> experiments, List<Id<Experiment>> missing, List<Difference> config, List<Difference> metrics) {

    /**
     * A member in which experiments differ. Null is a value like others: an experiment that is not in {@code values} lacks the
     * member. Numbers differ if they are written differently, so 2.0 is not 2.
     *
     * @param values in the order of the experiments
     */
    public record Difference(String member, SequencedMap<Id<Experiment>, Json> values) {
        public Difference {
            values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
        }
    }

    /** Compares those of {@code found} that {@code wanted} names; a repeated id counts once. */
    public static Comparison of(List<Id<Experiment>> wanted, Collection<Experiment> found) {
        Map<Id<Experiment>, Experiment> byId = new HashMap<>();
        found.forEach(experiment -> byId.put(experiment.id(), experiment));
        List<Experiment> rows = new ArrayList<>();
        List<Id<Experiment>> missing = new ArrayList<>();
        for (Id<Experiment> id : new LinkedHashSet<>(wanted)) {
            Experiment row = byId.get(id);
            if (row == null) {
                missing.add(id);
            } else {
                rows.add(row);
            }
        }
        return new Comparison(
                List.copyOf(rows),
                List.copyOf(missing),
                differences(rows, Experiment::config),
                differences(rows, Experiment::metrics));
    }

    private static List<Difference> differences(List<Experiment> rows, Function<Experiment, Json.Obj> part) {
        SequencedSet<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.addAll(part.apply(row).members().keySet()));
        List<Difference> differences = new ArrayList<>();
        for (String name : names) {
            SequencedMap<Id<Experiment>, Json> values = new LinkedHashMap<>();
            for (Experiment row : rows) {
                Json value = part.apply(row).members().get(name);
                if (value != null) {
                    values.put(row.id(), value);
                }
            }
            Set<Json> distinct = new HashSet<>(values.values());
            if (distinct.size() > 1 || values.size() < rows.size()) {
                differences.add(new Difference(name, values));
            }
        }
        return List.copyOf(differences);
    }
}
