package dev.atlas.persistence.idempotency;

import dev.atlas.persistence.LocalToStore;
import dev.atlas.persistence.Micros;
import dev.atlas.persistence.Secret;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("idempotency_records")
@LocalToStore
public record IdempotencyRecordRow(
        @Id String id,
        String request,
        long status,
        @Nullable String location,
        @Nullable String etag,
        @Secret @Nullable String body,
        @MappedProperty("created_at") @Micros Instant createdAt,
        @MappedProperty("expires_at") @Micros Instant expiresAt,
        @Version long version) {}
