package dev.atlas.application.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Provider;
import dev.atlas.domain.identity.User;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key of the predecessor's: what a user or everybody signs in to a provider with, or a token of Atlas.
 *
 * @param user absent if it is everybody's
 * @param secret in clear; absent of what is in Atlas, and of what is remembered
 * @param updatedAt as the file says; what is in Atlas and was changed there since has another one
 */
record LegacyKey(
        UUID id,
        @Nullable Id<User> user,
        Provider provider,
        @Nullable String label,
        @Nullable String secret,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** Under which the predecessor kept what programs signed in to itself with. */
    static final Provider TOKEN = new Provider("mcp");

    static final Shortened LABEL = new Shortened("label", 120);

    boolean token() {
        return user != null && provider.equals(TOKEN);
    }

    static LegacyKey read(Cells cells, UUID id, @Nullable Id<User> user, Instant now) {
        Instant created = cells.time("created_at").orElse(now);
        return new LegacyKey(
                id,
                user,
                new Provider(cells.requiredText("provider")),
                LABEL.of(cells),
                cells.requiredText("secret"),
                created,
                cells.time("updated_at").orElse(created),
                0);
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "LegacyKey[" + id + " at " + provider + "]";
    }
}
