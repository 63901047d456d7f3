package dev.atlas.application.bots;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.identity.Audit;
import dev.atlas.domain.Cursor;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.storage.Repositories;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Linked accounts, for those who may run commands on the machine: they are asked for no permission, need no code, and the
 * audit trail names the command line.
 */
public final class CommandLineBots {

    private final Foundation foundation;
    private final BotLinks links;
    private final Audit audit;

    private CommandLineBots(Foundation foundation) {
        this.foundation = foundation;
        this.links = new BotLinks(foundation);
        this.audit = new Audit(foundation);
    }

    /** Over a store of which nothing encrypted is read or written, so that no key is needed. */
    public static CommandLineBots over(Foundation foundation) {
        return new CommandLineBots(foundation);
    }

    /**
     * Those asked for, newest first.
     *
     * @param platform only those there; null for all
     * @param username only this user's; null for everybody's
     * @throws Refusal.NotFound {@code user.not_found}
     */
    public List<NamedAccount> all(@Nullable BotPlatform platform, @Nullable Username username) {
        return foundation.storage().read(from -> {
            Id<User> user = username == null ? null : user(from, username).id();
            List<NamedAccount> all = new ArrayList<>();
            Cursor after = null;
            do {
                Slice<NamedAccount> some = BotLinks.page(from, platform, user, new Page(Page.MAX_LIMIT, after));
                all.addAll(some.items());
                after = some.next();
            } while (after != null);
            return all;
        });
    }

    /**
     * Links somebody on a platform to a user. One who is linked to that user already stays so.
     *
     * @throws Refusal.NotFound {@code user.not_found}
     * @throws Refusal.WrongState {@code bot_account.of_another_user}
     */
    public NamedAccount link(Username username, WantedLink wanted) {
        return foundation
                .storage()
                .write(to -> {
                    User user = user(to, username);
                    BotLinks.Link link = links.link(to, user, wanted).orElseThrow(BotLinks::ofAnotherUser);
                    audit.record(
                            to, Caller.commandLine(), link.action(), BotLinks.resource(link.account()), link.changes());
                    return NamedAccount.of(to, link.account());
                })
                .value();
    }

    /**
     * Ends what links somebody on a platform to a user.
     *
     * @throws Refusal.NotFound {@code bot_account.not_found}
     */
    public NamedAccount unlink(BotPlatform platform, String platformUserId) {
        String id = BotAccount.platformUserId(platformUserId);
        return foundation
                .storage()
                .write(to -> {
                    BotAccount account = to.botAccounts().of(platform, id).orElseThrow(BotLinks::notFound);
                    NamedAccount named = NamedAccount.of(to, account);
                    to.botAccounts().remove(account.id());
                    audit.record(
                            to,
                            Caller.commandLine(),
                            BotLinks.UNLINKED,
                            BotLinks.resource(account),
                            BotLinks.unlinked(account));
                    return named;
                })
                .value();
    }

    private static User user(Repositories from, Username username) {
        return from.users()
                .named(username)
                .orElseThrow(() -> new Refusal.NotFound("user.not_found", "There is no user of this name."));
    }
}
