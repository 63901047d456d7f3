package dev.atlas.persistence.identity;

import dev.atlas.persistence.Micros;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.Version;
import java.time.Instant;

@MappedEntity("encryption_keys")
public record EncryptionKeyRow(
        @Id String id,
        @MappedProperty("created_at") @Micros Instant createdAt,
        @Version long version) {}
