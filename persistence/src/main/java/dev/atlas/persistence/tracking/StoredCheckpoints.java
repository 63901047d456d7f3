package dev.atlas.persistence.tracking;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.tracking.Checkpoint;
import dev.atlas.domain.tracking.Checkpoints;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

@Singleton
class StoredCheckpoints extends StoredById<Checkpoint, CheckpointRow> implements Checkpoints {

    StoredCheckpoints(CheckpointRows rows, CheckpointRowMapper mapper, Engine engine) {
        super(CheckpointRow.class, rows, mapper, engine);
    }

    @Override
    public List<Checkpoint> of(Id<Experiment> experiment) {
        return all(among(experiment).ascending("epoch", "timestamp", "id"));
    }

    @Override
    public Slice<Checkpoint> of(Id<Experiment> experiment, Page page) {
        return Slice.of(
                all(among(experiment).newestFirst("timestamp", page)),
                page.limit(),
                checkpoint -> new Cursor(checkpoint.timestamp(), checkpoint.id().value()));
    }

    @Override
    public Optional<Checkpoint> best(Id<Experiment> experiment) {
        return all(among(experiment).whereEqual("is_best", true)).stream().findFirst();
    }

    private static Listing<CheckpointRow> among(Id<Experiment> experiment) {
        return Listing.of(CheckpointRow.class).whereEqual("experiment_id", experiment.value());
    }
}
