package dev.atlas.persistence.switching;

import dev.atlas.persistence.LocalToStore;
import dev.atlas.persistence.Micros;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("switches")
@LocalToStore
public record SwitchRow(
        @Id UUID id,
        long epoch,
        @MappedProperty("from_store") UUID from,
        @MappedProperty("to_store") UUID to,
        String state,
        @MappedProperty("follow_from") @Nullable String followFrom,
        @MappedProperty("begun_at") @Micros Instant begunAt,
        @MappedProperty("updated_at") @Micros Instant updatedAt,
        @Version long version) {}
