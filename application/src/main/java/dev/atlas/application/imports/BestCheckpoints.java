package dev.atlas.application.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.tracking.Checkpoint;
import dev.atlas.domain.tracking.Experiment;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which checkpoint of each run is its best. A tracker never cleared the former best, so a run may have several: the one
 * with the lowest val_loss stays, of equal ones the latest; the others are reported. Source: tracking reference, section 5.
 *
 * <p>What people have chosen in Atlas since the last import stays: the best is moved only if it is the one that the last
 * import chose, or if there is none.
 */
final class BestCheckpoints {

    private static final String LOSS = "val_loss";

    private record Candidate(String key, Checkpoint checkpoint) {

        /** A loss that is missing or no number is worse than any other. */
        private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::loss)
                .thenComparing(candidate -> candidate.checkpoint().timestamp(), Comparator.reverseOrder())
                .thenComparing(candidate -> candidate.key().length(), Comparator.reverseOrder())
                .thenComparing(Candidate::key, Comparator.reverseOrder());

        private double loss() {
            return checkpoint.metrics().getOrDefault(LOSS, Double.NaN);
        }
    }

    private final Map<Id<Experiment>, SortedSet<Candidate>> before = new LinkedHashMap<>();
    private final Map<Id<Experiment>, SortedSet<Candidate>> after = new LinkedHashMap<>();

    /** A checkpoint as the last import read it. */
    void knew(String key, Checkpoint checkpoint, boolean best) {
        add(before, key, checkpoint, best);
    }

    /** A checkpoint as the source has it now. */
    void met(String key, Checkpoint checkpoint, boolean best) {
        add(after, key, checkpoint, best);
    }

    private static void add(
            Map<Id<Experiment>, SortedSet<Candidate>> to, String key, Checkpoint checkpoint, boolean best) {
        if (best) {
            to.computeIfAbsent(checkpoint.experimentId(), e -> new TreeSet<>(Candidate.BEST_FIRST))
                    .add(new Candidate(key, checkpoint));
        }
    }

    /** The experiments about which {@link #settle} may have something to do. */
    List<Id<Experiment>> experiments() {
        Set<Id<Experiment>> all = new LinkedHashSet<>(after.keySet());
        all.addAll(before.keySet());
        return List.copyOf(all);
    }

    /** Makes the chosen checkpoint of one experiment its best, in the unit of work that is running. */
    void settle(Repositories repositories, Id<Experiment> experiment) {
        Optional<Id<Checkpoint>> chosen = first(after, experiment);
        Optional<Checkpoint> present = repositories.checkpoints().best(experiment);
        Optional<Id<Checkpoint>> presentId = present.map(Checkpoint::id);
        boolean chosenByPeople = present.isPresent() && !presentId.equals(first(before, experiment));
        if (chosenByPeople || presentId.equals(chosen)) {
            return;
        }
        present.ifPresent(former -> repositories.checkpoints().replace(former.demoted()));
        chosen.flatMap(id -> repositories.checkpoints().find(id))
                .ifPresent(best -> repositories.checkpoints().replace(best.promoted()));
    }

    private static Optional<Id<Checkpoint>> first(
            Map<Id<Experiment>, SortedSet<Candidate>> all, Id<Experiment> experiment) {
        return Optional.ofNullable(all.get(experiment))
                .map(candidates -> candidates.first().checkpoint().id());
    }

    /** Names those that were best beside a better one, in the order of the source. */
    void report(Findings findings) {
        after.values().stream()
                .flatMap(candidates -> candidates.stream().skip(1))
                .map(Candidate::key)
                .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .forEach(key -> findings.add(Findings.Code.BEST_DEMOTED, key));
    }
}
