package dev.atlas.persistence.identity;

import dev.atlas.persistence.Micros;
import dev.atlas.persistence.RefersTo;
import dev.atlas.persistence.RefersTo.WhenGone;
import dev.atlas.persistence.Secret;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("sessions")
public record SessionRow(
        @Id UUID id,

        @MappedProperty("user_id") @RefersTo(value = UserRow.class, whenGone = WhenGone.REMOVE)
        UUID userId,

        @MappedProperty("token_hash") @Secret String tokenHash,
        @MappedProperty("previous_hash") @Secret @Nullable String previousHash,
        @Nullable String address,
        @Nullable String agent,
        @MappedProperty("created_at") @Micros Instant createdAt,
        @MappedProperty("used_at") @Micros Instant usedAt,
        @MappedProperty("expires_at") @Micros Instant expiresAt,
        @Version long version) {}
