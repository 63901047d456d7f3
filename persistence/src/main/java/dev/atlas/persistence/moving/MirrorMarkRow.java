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
import org.jspecify.annotations.Nullable;

/** What this store mirrors and how far; written in the transactions that bring it on. There is one at most. */
@LocalToStore
@MappedEntity("mirror_marks")
public record MirrorMarkRow(
        @Id String id,
        UUID source,
        String origin,
        String schema,
        String state,
        String position,
        long ahead,
        @Nullable String kind,
        @MappedProperty("up_to") @Nullable String upTo,
        long records,
        @JsonColumn @Nullable Json verification,
        @MappedProperty("started_at") @Micros Instant startedAt,
        @MappedProperty("updated_at") @Micros Instant updatedAt) {}
