package dev.atlas.domain.identity;

import dev.atlas.domain.Instants;
import java.time.Instant;

/** A value that Atlas needs and shows to nobody, such as the password of a vCenter. */
public record Secret(SecretName name, Ciphertext value, Instant createdAt, Instant updatedAt, long version) {

    public Secret {
        createdAt = Instants.micros("created_at", createdAt);
        updatedAt = Instants.micros("updated_at", updatedAt);
    }
}
