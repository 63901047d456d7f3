package dev.atlas.application.bots;

import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.identity.User;
import org.jspecify.annotations.Nullable;

/** A linked account with the name of its user. */
public record NamedAccount(BotAccount account, String username) {

    /** @param user of the account; it cannot be without, so null is an error of ours */
    static NamedAccount of(BotAccount account, @Nullable User user) {
        if (user == null) {
            throw new IllegalStateException("the account " + account.id() + " has no user");
        }
        return new NamedAccount(account, user.username().value());
    }
}
