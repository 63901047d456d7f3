package dev.atlas.persistence.tracking;

import dev.atlas.domain.Json;
import dev.atlas.domain.tracking.Checkpoints;
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

@MappedEntity("checkpoints")
@UniqueRule(name = Checkpoints.ONE_BEST, columns = "experiment_id")
public record CheckpointRow(
        @Id UUID id,

        @MappedProperty("experiment_id") @RefersTo(value = ExperimentRow.class, whenGone = WhenGone.REMOVE)
        UUID experimentId,

        long epoch,
        @MappedProperty("is_best") boolean best,
        @DoublesColumn SortedMap<String, Double> metrics,
        @JsonColumn @Nullable Json file,
        @MappedProperty("model_state") @JsonColumn Json modelState,
        @JsonColumn Json validation,
        @Micros Instant timestamp,
        @Version long version) {}
