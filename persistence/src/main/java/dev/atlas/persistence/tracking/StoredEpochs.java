package dev.atlas.persistence.tracking;

import dev.atlas.domain.Id;
import dev.atlas.domain.tracking.Epoch;
import dev.atlas.domain.tracking.Epochs;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.persistence.Condition.AnyOf;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Singleton
class StoredEpochs extends StoredById<Epoch, EpochRow> implements Epochs {

    StoredEpochs(EpochRows rows, EpochRowMapper mapper, Engine engine) {
        super(EpochRow.class, rows, mapper, engine);
    }

    @Override
    public List<Epoch> of(Id<Experiment> experiment, @Nullable Long after, int limit) {
        Listing<EpochRow> ascending = ascending(experiment).atMost(limit);
        return all(after == null ? ascending : ascending.after(after));
    }

    @Override
    public List<Epoch> numbered(Id<Experiment> experiment, Collection<Long> numbers) {
        return all(ascending(experiment).where(new AnyOf("epoch", List.copyOf(numbers))));
    }

    private static Listing<EpochRow> ascending(Id<Experiment> experiment) {
        return Listing.of(EpochRow.class)
                .whereEqual("experiment_id", experiment.value())
                .ascending("epoch");
    }
}
