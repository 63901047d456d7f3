package dev.atlas.persistence.usage;

import dev.atlas.persistence.Micros;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.UUID;

@MappedEntity("pending_calls")
public record PendingCallRow(
        @Id UUID id,
        @MappedProperty("user_id") UUID userId,
        String provider,
        String model,
        @MappedProperty("started_at") @Micros Instant startedAt,
        @Version long version) {}
