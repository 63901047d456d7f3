package dev.atlas.domain.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Text;
import dev.atlas.domain.identity.User;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on a chat platform who has proven to be a user of Atlas. One user may have several accounts, an account is one user's.
 *
 * @param platformUserId what the platform knows them by; 1 to {@value #LONGEST} characters
 * @param platformUsername as people know them there, if the platform tells; up to {@value #LONGEST} characters
 * @param createdAt when it was linked
 */
public record BotAccount(
        Id<BotAccount> id,
        Id<User> userId,
        BotPlatform platform,
        String platformUserId,
        @Nullable String platformUsername,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public static final int LONGEST = 255;

    public BotAccount {
        platformUserId = platformUserId(platformUserId);
        platformUsername = Text.optional("platform_username", platformUsername, LONGEST);
        createdAt = Instants.micros("created_at", createdAt);
        updatedAt = Instants.micros("updated_at", updatedAt);
    }

    /** The id somebody has on a platform, trimmed. Throws {@link dev.atlas.domain.InvalidValue} if nobody can have it. */
    public static String platformUserId(String id) {
        return Text.required("platform_user_id", id, LONGEST);
    }

    /** This account under the name by which it goes now; this very one if it still has it. */
    public BotAccount named(@Nullable String username, Instant now) {
        BotAccount named = new BotAccount(id, userId, platform, platformUserId, username, createdAt, now, version);
        return Objects.equals(named.platformUsername, platformUsername) ? this : named;
    }
}
