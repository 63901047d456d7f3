package dev.atlas.domain.identity;

import dev.atlas.domain.Instants;
import dev.atlas.domain.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Atlas itself signs in to a provider with, on behalf of those who have no credential of their own there.
 *
 * @param label at most 120 code points; blank is absent
 */
public record GlobalCredential(
        Provider provider,
        @Nullable String label,
        Ciphertext secret,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public GlobalCredential {
        label = Text.optional("label", label, 120);
        createdAt = Instants.micros("created_at", createdAt);
        updatedAt = Instants.micros("updated_at", updatedAt);
    }
}
