package dev.atlas.persistence.identity;

import dev.atlas.domain.identity.UserCredentials;
import dev.atlas.persistence.Micros;
import dev.atlas.persistence.RefersTo;
import dev.atlas.persistence.RefersTo.WhenGone;
import dev.atlas.persistence.Secret;
import dev.atlas.persistence.UniqueRule;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("user_credentials")
@UniqueRule(
        name = UserCredentials.PROVIDER_PER_USER,
        columns = {"user_id", "provider"})
public record UserCredentialRow(
        @Id UUID id,

        @MappedProperty("user_id") @RefersTo(value = UserRow.class, whenGone = WhenGone.REMOVE)
        UUID userId,

        String provider,
        @Nullable String label,

        @MappedProperty("key_id") @RefersTo(value = EncryptionKeyRow.class, whenGone = WhenGone.REFUSE)
        String keyId,

        @Secret String ciphertext,
        @MappedProperty("created_at") @Micros Instant createdAt,
        @MappedProperty("updated_at") @Micros Instant updatedAt,
        @Version long version) {}
