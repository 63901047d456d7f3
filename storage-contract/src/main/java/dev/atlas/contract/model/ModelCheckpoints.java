package dev.atlas.contract.model;

import dev.atlas.contract.samples.TrackingSamples;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.tracking.Checkpoint;
import dev.atlas.domain.tracking.Checkpoints;
import dev.atlas.domain.tracking.Experiment;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

final class ModelCheckpoints extends ModelAggregates<Id<Checkpoint>, Checkpoint> implements Checkpoints {

    ModelCheckpoints(Model model) {
        super(TrackingSamples.CHECKPOINTS, model);
    }

    @Override
    public List<Checkpoint> of(Id<Experiment> experiment) {
        return where(checkpoint -> checkpoint.experimentId().equals(experiment))
                .sorted(Comparator.comparing(Checkpoint::epoch)
                        .thenComparing(Checkpoint::timestamp)
                        .thenComparing(checkpoint -> checkpoint.id().value(), Id::compare))
                .toList();
    }

    @Override
    public Slice<Checkpoint> of(Id<Experiment> experiment, Page page) {
        return newestFirst(page, Checkpoint::timestamp, checkpoint -> checkpoint
                .experimentId()
                .equals(experiment));
    }

    @Override
    public Optional<Checkpoint> best(Id<Experiment> experiment) {
        return where(checkpoint -> checkpoint.experimentId().equals(experiment) && checkpoint.best())
                .findAny();
    }
}
