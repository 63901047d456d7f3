package dev.atlas.persistence.identity;

import dev.atlas.persistence.LocalToStore;
import dev.atlas.persistence.Micros;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@MappedEntity("sign_in_attempts")
@LocalToStore
public record FailedSignInsRow(
        @Id String id,
        long failures,
        @MappedProperty("first_failed_at") @Micros Instant firstFailedAt,
        @MappedProperty("last_failed_at") @Micros Instant lastFailedAt,
        @MappedProperty("blocked_until") @Micros @Nullable Instant blockedUntil,
        @Version long version) {}
