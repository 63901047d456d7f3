package dev.atlas.domain.tracking;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Aggregates;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The epochs of all experiments. One of an experiment that is not there is refused as {@link Aggregates} says. */
public interface Epochs extends Aggregates<Id<Epoch>, Epoch> {

    /** The unique rule on an experiment's epochs. */
    String ONE_PER_NUMBER = "epochs_one_per_number";

    /** Up to {@code limit} of this experiment with numbers greater than {@code after} (from the first if null), ascending. */
    List<Epoch> of(Id<Experiment> experiment, @Nullable Long after, int limit);

    /** Those of this experiment with one of these numbers, ascending. */
    List<Epoch> numbered(Id<Experiment> experiment, Collection<Long> numbers);
}
