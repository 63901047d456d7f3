package dev.atlas.domain.identity;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works with Atlas.
 *
 * @param displayName at most 120 code points; blank is absent
 * @param email at most 320 code points with an {@code @}; not unique, nobody signs in with it; blank is absent
 * @param role the name of the role that says what they may do
 * @param passwordHash in the encoded form of its algorithm; absent if they cannot sign in with a password
 * @param active only active users can do anything
 */
public record User(
        Id<User> id,
        Username username,
        @Nullable String displayName,
        @Nullable String email,
        String role,
        @Nullable String passwordHash,
        boolean active,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public User {
        displayName = Text.optional("display_name", displayName, 120);
        email = Text.optional("email", email, 320);
        if (email != null && email.indexOf('@') < 0) {
            throw new InvalidValue("email", "must contain an @");
        }
        role = Text.required("role", role, 32);
        createdAt = Instants.micros("created_at", createdAt);
        updatedAt = Instants.micros("updated_at", updatedAt);
    }

    public User withProfile(@Nullable String newDisplayName, @Nullable String newEmail, Instant now) {
        return new User(id, username, newDisplayName, newEmail, role, passwordHash, active, createdAt, now, version);
    }

    public User withRole(String newRole, Instant now) {
        return new User(id, username, displayName, email, newRole, passwordHash, active, createdAt, now, version);
    }

    public User withPasswordHash(String newHash, Instant now) {
        return new User(id, username, displayName, email, role, newHash, active, createdAt, now, version);
    }

    public User withActive(boolean nowActive, Instant now) {
        return new User(id, username, displayName, email, role, passwordHash, nowActive, createdAt, now, version);
    }

    /** Leaves the hash out. */
    @Override
    public String toString() {
        return "User[" + id + " " + username + "]";
    }
}
