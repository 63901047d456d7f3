package dev.atlas.application.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.tracking.Epoch;
import dev.atlas.domain.tracking.EpochMemory;
import dev.atlas.domain.tracking.EpochTiming;
import dev.atlas.domain.tracking.Experiment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** The history of epochs becomes epochs. The tracker's table has no unique index, so an epoch may come twice. */
record EpochTable(Runs runs, Instant now, Findings findings) implements SourceTable<Epoch> {

    @Override
    public String table() {
        return "epoch_history";
    }

    @Override
    public String keyColumn() {
        return "id";
    }

    @Override
    public String entities() {
        return "epochs";
    }

    @Override
    public Epoch read(Cells cells, UUID id) {
        return new Epoch(
                new Id<>(id),
                runs.of(cells),
                cells.required("epoch"),
                metrics(cells),
                EpochTiming.lasting(cells.real("duration_seconds")),
                EpochMemory.NONE,
                cells.time("timestamp").orElse(now),
                0);
    }

    private static SortedMap<String, Double> metrics(Cells cells) {
        SortedMap<String, Double> metrics = new TreeMap<>();
        for (String name : List.of("train_loss", "val_loss", "learning_rate")) {
            Double value = cells.real(name);
            if (value != null) {
                metrics.put(name, value);
            }
        }
        return metrics;
    }

    @Override
    public Optional<Object> only(Epoch epoch) {
        return Optional.of(Place.of(epoch));
    }

    @Override
    public void met(String key, Cells cells, Epoch epoch) {
        if (cells.time("timestamp").isEmpty()) {
            findings.add(Findings.Code.TIME_MISSING, table() + " " + key);
        }
    }

    @Override
    public Optional<String> obstacle(Repositories repositories, Epoch epoch) {
        return repositories
                        .epochs()
                        .numbered(epoch.experimentId(), List.of(epoch.epoch()))
                        .isEmpty()
                ? Optional.empty()
                : Optional.of("epoch " + epoch.epoch() + " of this run is there already");
    }

    @Override
    public void add(Repositories repositories, Epoch epoch) {
        repositories.epochs().add(epoch);
    }

    @Override
    public Optional<Epoch> find(Repositories repositories, UUID id) {
        return repositories.epochs().find(new Id<>(id));
    }

    private record Place(Id<Experiment> experiment, long number) {
        static Place of(Epoch epoch) {
            return new Place(epoch.experimentId(), epoch.epoch());
        }
    }

    @Override
    public void update(Repositories repositories, ThreeWay<Epoch> three) {
        if (!Place.of(three.base()).equals(Place.of(three.theirs()))) {
            throw new InvalidValue("epoch", "is another epoch now; what was imported stays");
        }
        Epoch mine = three.mine();
        repositories
                .epochs()
                .replace(new Epoch(
                        mine.id(),
                        mine.experimentId(),
                        mine.epoch(),
                        three.of(Epoch::metrics),
                        three.of(Epoch::timing),
                        mine.memory(),
                        three.of(Epoch::timestamp),
                        mine.version()));
    }
}
