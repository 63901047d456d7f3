package dev.atlas.persistence.bots;

import dev.atlas.domain.bots.LinkCodes;
import dev.atlas.persistence.LocalToStore;
import dev.atlas.persistence.Micros;
import dev.atlas.persistence.RefersTo;
import dev.atlas.persistence.RefersTo.WhenGone;
import dev.atlas.persistence.UniqueRule;
import dev.atlas.persistence.identity.UserRow;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.UUID;

@MappedEntity("link_codes")
@LocalToStore
@UniqueRule(
        name = LinkCodes.ONE_PER_USER,
        columns = {"user_id", "platform"})
@UniqueRule(
        name = LinkCodes.ONE_PER_DIGEST,
        columns = {"platform", "digest"})
public record LinkCodeRow(
        @Id UUID id,

        @MappedProperty("user_id") @RefersTo(value = UserRow.class, whenGone = WhenGone.REMOVE)
        UUID userId,

        String platform,
        String digest,
        long misses,
        @MappedProperty("created_at") @Micros Instant createdAt,
        @MappedProperty("expires_at") @Micros Instant expiresAt,
        @Version long version) {}
