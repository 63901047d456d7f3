package dev.atlas.persistence.nodes;

import dev.atlas.persistence.LocalToStore;
import dev.atlas.persistence.Micros;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.UUID;

@MappedEntity("nodes")
@LocalToStore
public record NodeRow(
        @Id UUID id,
        @MappedProperty("started_at") @Micros Instant startedAt,
        @MappedProperty("renewed_at") @Micros Instant renewedAt,
        @Version long version) {}
