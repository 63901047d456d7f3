package dev.atlas.persistence.tracking;

import dev.atlas.domain.Json;
import dev.atlas.domain.tracking.Epochs;
import dev.atlas.persistence.DoublesColumn;
import dev.atlas.persistence.JsonColumn;
import dev.atlas.persistence.Micros;
import dev.atlas.persistence.RefersTo;
import dev.atlas.persistence.RefersTo.WhenGone;
import dev.atlas.persistence.UniqueRule;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("epochs")
@UniqueRule(
        name = Epochs.ONE_PER_NUMBER,
        columns = {"experiment_id", "epoch"})
public record EpochRow(
        @Id UUID id,

        @MappedProperty("experiment_id") @RefersTo(value = ExperimentRow.class, whenGone = WhenGone.REMOVE)
        UUID experimentId,

        long epoch,
        @DoublesColumn SortedMap<String, Double> metrics,
        @JsonColumn @Nullable Json timing,
        @JsonColumn @Nullable Json memory,
        @Micros Instant timestamp,
        @Version long version) {}
