package dev.atlas.domain.identity;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a user signs in to a provider with. It never signs anybody in to Atlas.
 *
 * @param provider unique per user
 * @param label at most 120 code points; blank is absent
 */
public record UserCredential(
        Id<UserCredential> id,
        Id<User> userId,
        Provider provider,
        @Nullable String label,
        Ciphertext secret,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public UserCredential {
        label = Text.optional("label", label, 120);
        createdAt = Instants.micros("created_at", createdAt);
        updatedAt = Instants.micros("updated_at", updatedAt);
    }
}
