package dev.atlas.contract.model;

import dev.atlas.contract.samples.TrackingSamples;
import dev.atlas.domain.Id;
import dev.atlas.domain.tracking.Epoch;
import dev.atlas.domain.tracking.Epochs;
import dev.atlas.domain.tracking.Experiment;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class ModelEpochs extends ModelAggregates<Id<Epoch>, Epoch> implements Epochs {

    ModelEpochs(Model model) {
        super(TrackingSamples.EPOCHS, model);
    }

    @Override
    public List<Epoch> of(Id<Experiment> experiment, @Nullable Long after, int limit) {
        return where(epoch -> epoch.experimentId().equals(experiment) && (after == null || epoch.epoch() > after))
                .sorted(Comparator.comparing(Epoch::epoch))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Epoch> numbered(Id<Experiment> experiment, Collection<Long> numbers) {
        return where(epoch -> epoch.experimentId().equals(experiment) && numbers.contains(epoch.epoch()))
                .sorted(Comparator.comparing(Epoch::epoch))
                .toList();
    }
}
