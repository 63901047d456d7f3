package dev.atlas.persistence.identity;

import dev.atlas.domain.identity.PersonalTokens;
import dev.atlas.persistence.Micros;
import dev.atlas.persistence.RefersTo;
import dev.atlas.persistence.RefersTo.WhenGone;
import dev.atlas.persistence.Secret;
import dev.atlas.persistence.TextsColumn;
import dev.atlas.persistence.UniqueRule;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("personal_tokens")
@UniqueRule(name = PersonalTokens.HASH, columns = "hash")
public record PersonalTokenRow(
        @Id UUID id,

        @MappedProperty("user_id") @RefersTo(value = UserRow.class, whenGone = WhenGone.REMOVE)
        UUID userId,

        String label,
        @Secret String hash,
        @TextsColumn List<String> scopes,
        @MappedProperty("created_at") @Micros Instant createdAt,
        @MappedProperty("expires_at") @Micros @Nullable Instant expiresAt,
        @MappedProperty("used_at") @Micros @Nullable Instant usedAt,
        @Version long version) {}
