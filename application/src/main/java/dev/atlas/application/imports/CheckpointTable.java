package dev.atlas.application.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.tracking.Checkpoint;
import dev.atlas.domain.tracking.CheckpointFile;
import dev.atlas.domain.tracking.Experiment;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Checkpoints stay checkpoints. None is added as the best: {@link BestCheckpoints} decides that when all are known. */
record CheckpointTable(Runs runs, Instant now, BestCheckpoints bests, SharedPaths paths, Findings findings)
        implements SourceTable<Checkpoint> {

    static final String TABLE = "model_checkpoints";
    static final String BEST = "is_best";

    @Override
    public String table() {
        return TABLE;
    }

    @Override
    public String keyColumn() {
        return "checkpoint_id";
    }

    @Override
    public String entities() {
        return "checkpoints";
    }

    @Override
    public Checkpoint read(Cells cells, UUID id) {
        cells.flag(BEST);
        SortedMap<String, Double> metrics = new TreeMap<>();
        Double loss = cells.real("val_loss");
        if (loss != null) {
            metrics.put("val_loss", loss);
        }
        return new Checkpoint(
                new Id<>(id),
                runs.of(cells),
                cells.required("epoch"),
                false,
                metrics,
                new CheckpointFile(cells.text("file_path"), cells.real("file_size_mb"), cells.text("checksum"), null),
                Json.Obj.EMPTY,
                Json.Obj.EMPTY,
                cells.time("timestamp").orElse(now),
                0);
    }

    @Override
    public void met(String key, Cells cells, Checkpoint checkpoint) {
        bests.met(key, checkpoint, cells.flag(BEST));
        paths.met(checkpoint);
        if (cells.time("timestamp").isEmpty()) {
            findings.add(Findings.Code.TIME_MISSING, TABLE + " " + key);
        }
        if (checkpoint.file().sizeMb() == null && checkpoint.file().checksum() == null) {
            findings.add(Findings.Code.SIZE_AND_CHECKSUM_MISSING, key);
        }
    }

    @Override
    public Optional<String> obstacle(Repositories repositories, Checkpoint checkpoint) {
        return Optional.empty();
    }

    @Override
    public void add(Repositories repositories, Checkpoint checkpoint) {
        repositories.checkpoints().add(checkpoint);
    }

    @Override
    public Optional<Checkpoint> find(Repositories repositories, UUID id) {
        return repositories.checkpoints().find(new Id<>(id));
    }

    private record Place(Id<Experiment> experiment, long epoch) {
        static Place of(Checkpoint checkpoint) {
            return new Place(checkpoint.experimentId(), checkpoint.epoch());
        }
    }

    @Override
    public void update(Repositories repositories, ThreeWay<Checkpoint> three) {
        if (!Place.of(three.base()).equals(Place.of(three.theirs()))) {
            throw new InvalidValue("epoch", "is another epoch now; what was imported stays");
        }
        Checkpoint mine = three.mine();
        repositories
                .checkpoints()
                .replace(new Checkpoint(
                        mine.id(),
                        mine.experimentId(),
                        mine.epoch(),
                        mine.best(),
                        three.of(Checkpoint::metrics),
                        three.of(Checkpoint::file),
                        mine.modelState(),
                        mine.validation(),
                        three.of(Checkpoint::timestamp),
                        mine.version()));
    }
}
