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

@MappedEntity("signing_keys")
public record SigningKeyRow(
        @Id UUID id,

        @MappedProperty("key_id") @RefersTo(value = EncryptionKeyRow.class, whenGone = WhenGone.REFUSE)
        String keyId,

        @Secret String ciphertext,
        @MappedProperty("created_at") @Micros Instant createdAt,
        @Version long version) {}
