package dev.atlas.api.bots;

import dev.atlas.api.http.View;
import dev.atlas.application.bots.NamedAccount;
import dev.atlas.domain.Id;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.identity.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody on a chat platform, and the user they are. */
@View
public record BotAccountView(
        Id<BotAccount> id,
        Id<User> userId,
        String username,
        BotPlatform platform,
        String platformUserId,
        @Nullable String platformUsername,
        @Nullable Instant lastMessageAt,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static BotAccountView of(NamedAccount named) {
        BotAccount account = named.account();
        return new BotAccountView(
                account.id(),
                account.userId(),
                named.username(),
                account.platform(),
                account.platformUserId(),
                account.platformUsername(),
                named.lastMessageAt(),
                account.createdAt(),
                account.updatedAt(),
                account.version());
    }
}
