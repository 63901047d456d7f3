package dev.atlas.application.bots;

import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotPlatform;
import org.jspecify.annotations.Nullable;

/**
 * Somebody on a chat platform who is to be linked to a user, without a code.
 *
 * @param platformUsername as people know them there; null leaves the name of one who is linked already
 * @param move whether they are taken from another user they are linked to; without it that is refused
 */
public record WantedLink(
        BotPlatform platform,
        String platformUserId,
        @Nullable String platformUsername,
        boolean move) {

    public WantedLink {
        platformUserId = BotAccount.platformUserId(platformUserId);
    }
}
