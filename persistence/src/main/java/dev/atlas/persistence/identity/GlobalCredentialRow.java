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
import org.jspecify.annotations.Nullable;

@MappedEntity("global_credentials")
public record GlobalCredentialRow(
        @Id String id,
        @Nullable String label,

        @MappedProperty("key_id") @RefersTo(value = EncryptionKeyRow.class, whenGone = WhenGone.REFUSE)
        String keyId,

        @Secret String ciphertext,
        @MappedProperty("created_at") @Micros Instant createdAt,
        @MappedProperty("updated_at") @Micros Instant updatedAt,
        @Version long version) {}
