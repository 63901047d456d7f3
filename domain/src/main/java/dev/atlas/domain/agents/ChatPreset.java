package dev.atlas.domain.agents;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.identity.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an agent shall answer, under a name.
 *
 * @param ownerId whose it is; absent if it is the system's, which everybody sees and administrators write
 */
public record ChatPreset(
        Id<ChatPreset> id,
        @Nullable Id<User> ownerId,
        PresetDetails details,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public ChatPreset {
        createdAt = Instants.micros("created_at", createdAt);
        updatedAt = Instants.micros("updated_at", updatedAt);
    }

    /** True if it is nobody's own. */
    public boolean system() {
        return ownerId == null;
    }

    /** True if this user sees it. */
    public boolean visibleTo(Id<User> user) {
        return ownerId == null || details.shared() || ownerId.equals(user);
    }

    /** This preset with other details; this very one if they say the same. */
    public ChatPreset with(PresetDetails other, Instant now) {
        return other.equals(details) ? this : new ChatPreset(id, ownerId, other, createdAt, now, version);
    }
}
