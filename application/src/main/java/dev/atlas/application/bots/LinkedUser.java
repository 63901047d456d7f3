package dev.atlas.application.bots;

import dev.atlas.application.Caller;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.User;
import java.util.Set;

/**
 * Who is behind somebody on a chat platform: an active user who may use bots.
 *
 * @param permissions what they may do at this moment
 */
public record LinkedUser(BotAccount account, User user, Set<Permission> permissions) {

    public LinkedUser {
        permissions = Set.copyOf(permissions);
    }

    /** As whom what they say to a bot is done. */
    public Caller caller(Caller.Origin origin) {
        return new Caller(user.id(), user.username().value(), permissions, null, origin);
    }
}
