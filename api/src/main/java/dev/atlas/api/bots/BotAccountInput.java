package dev.atlas.api.bots;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.application.bots.WantedLink;
import dev.atlas.domain.Id;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.identity.User;
import org.jspecify.annotations.Nullable;

/** Somebody on a chat platform who is to be linked to a user. */
public record BotAccountInput(
        Id<User> userId,

        @Limits(words = {"telegram", "slack", "teams"}) String platform,

        @Limits(min = 1, max = BotAccount.LONGEST) String platformUserId,
        @Nullable @Limits(max = BotAccount.LONGEST) String platformUsername,
        @Nullable Boolean move)
        implements Input {

    WantedLink wanted() {
        return new WantedLink(
                BotPlatform.of("platform", platform), platformUserId, platformUsername, move != null && move);
    }
}
