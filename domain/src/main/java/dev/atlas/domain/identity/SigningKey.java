package dev.atlas.domain.identity;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import java.time.Instant;

/** A key that access tokens are signed with. */
public record SigningKey(Id<SigningKey> id, Ciphertext secret, Instant createdAt, long version) {

    public SigningKey {
        createdAt = Instants.micros("created_at", createdAt);
    }
}
