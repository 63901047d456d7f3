package dev.atlas.application.bots;

import dev.atlas.application.Foundation;
import dev.atlas.application.identity.ActiveUsers;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Repositories;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Who is behind a message to a bot. Asked at every message and never remembered, so that a revocation counts at once. */
public record LinkedUsers(Foundation foundation) {

    /** Empty if they are linked to nobody, or to somebody who is not active or may not use bots. */
    public CompletableFuture<Optional<LinkedUser>> who(BotPlatform platform, String platformUserId) {
        return foundation.storage().readAsync(from -> who(from, platform, platformUserId));
    }

    /** The same within a unit of work. */
    public static Optional<LinkedUser> who(Repositories from, BotPlatform platform, String platformUserId) {
        return from.botAccounts().of(platform, platformUserId.strip()).flatMap(account -> ActiveUsers.withPermission(
                        from, account.userId(), Permission.BOTS_USE)
                .map(user -> new LinkedUser(account, user, ActiveUsers.permissions(from, user))));
    }
}
