package dev.atlas.domain.identity;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Text;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token that a user made for a program. What it may do is its scopes, as far as its owner may do it.
 *
 * @param label what it is for, 1 to 120 code points
 * @param hash of the token, which itself is kept nowhere; unique
 * @param scopes in the order of the catalogue
 * @param expiresAt absent if it never expires, as imported ones do not
 * @param usedAt roughly when it was used last; absent if it never was
 */
public record PersonalToken(
        Id<PersonalToken> id,
        Id<User> userId,
        String label,
        String hash,
        Set<Permission> scopes,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant usedAt,
        long version) {

    public PersonalToken {
        label = Text.required("label", label, 120);
        EnumSet<Permission> ordered = EnumSet.noneOf(Permission.class);
        ordered.addAll(scopes);
        scopes = Collections.unmodifiableSet(ordered);
        createdAt = Instants.micros("created_at", createdAt);
        expiresAt = Instants.microsOrNull("expires_at", expiresAt);
        usedAt = Instants.microsOrNull("used_at", usedAt);
    }

    public boolean expired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /** Leaves the hash out. */
    @Override
    public String toString() {
        return "PersonalToken[" + id + " of " + userId + "]";
    }
}
