package dev.atlas.persistence.moving;

import dev.atlas.domain.Json;
import dev.atlas.persistence.JsonColumn;
import dev.atlas.persistence.LocalToStore;
import dev.atlas.persistence.Micros;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.util.UUID;

/** What a copy has put into this store so far; written in the transactions that put it. There is one at most. */
@LocalToStore
@MappedEntity("copy_marks")
public record CopyMarkRow(
        @Id String id,
        UUID source,
        String origin,
        String schema,
        String state,
        @JsonColumn Json progress,
        @MappedProperty("started_at") @Micros Instant startedAt,
        @MappedProperty("updated_at") @Micros Instant updatedAt) {}
