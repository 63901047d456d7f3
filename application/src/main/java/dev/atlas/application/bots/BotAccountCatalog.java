package dev.atlas.application.bots;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.identity.Audit;
import dev.atlas.application.identity.Placed;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The accounts on chat platforms that are linked to users: one's own, and everybody's for those who administer bots. */
public final class BotAccountCatalog {

    private final Foundation foundation;
    private final BotLinks links;
    private final Audit audit;

    BotAccountCatalog(Foundation foundation, BotLinks links, Audit audit) {
        this.foundation = foundation;
        this.links = links;
        this.audit = audit;
    }

    /** The caller's, newest first. */
    public CompletableFuture<Slice<NamedAccount>> own(Caller caller, Page page) {
        caller.require(Permission.BOTS_USE);
        return foundation.storage().readAsync(from -> BotLinks.page(from, null, caller.user(), page));
    }

    /**
     * Everybody's, newest first.
     *
     * @param platform only those there; null for all
     * @param user only this user's; null for everybody's
     */
    public CompletableFuture<Slice<NamedAccount>> all(
            Caller caller, @Nullable BotPlatform platform, @Nullable Id<User> user, Page page) {
        caller.require(Permission.BOTS_MANAGE);
        return foundation.storage().readAsync(from -> BotLinks.page(from, platform, user, page));
    }

    /**
     * One of them.
     *
     * @throws Refusal.NotFound {@code bot_account.not_found}
     */
    public CompletableFuture<NamedAccount> get(Caller caller, Id<BotAccount> id) {
        caller.require(Permission.BOTS_MANAGE);
        return foundation.storage().readAsync(from -> NamedAccount.of(from, BotLinks.find(from, id)));
    }

    /**
     * Links somebody on a platform to a user, without a code. One who is linked to that user already stays so.
     *
     * @throws Refusal.NotFound {@code user.not_found}
     * @throws Refusal.WrongState {@code bot_account.of_another_user} unless they are to be moved
     */
    public Committed<Placed<NamedAccount>> link(Caller caller, Id<User> userId, WantedLink wanted) {
        caller.require(Permission.BOTS_MANAGE);
        return foundation.storage().write(to -> {
            User user = to.users()
                    .find(userId)
                    .orElseThrow(() -> new Refusal.NotFound("user.not_found", "There is no such user."));
            BotLinks.Link link = links.link(to, user, wanted).orElseThrow(BotLinks::ofAnotherUser);
            audit.record(to, caller, link.action(), BotLinks.resource(link.account()), link.changes());
            return new Placed<>(NamedAccount.of(to, link.account()), link.fresh());
        });
    }

    /**
     * Ends what links one of the caller's accounts to them.
     *
     * @throws Refusal.NotFound {@code bot_account.not_found}, also for those of others
     * @throws Refusal.Stale if it is not of the version {@code ifVersion}
     */
    public Committed<BotAccount> unlinkOwn(Caller caller, Id<BotAccount> id, @Nullable Long ifVersion) {
        caller.require(Permission.BOTS_USE);
        return foundation.storage().write(to -> {
            BotAccount account = BotLinks.find(to, id);
            if (!account.userId().equals(caller.user())) {
                throw BotLinks.notFound();
            }
            return remove(to, caller, account, ifVersion);
        });
    }

    /** Ends what links anybody's account to them. Throws as {@link #unlinkOwn} does. */
    public Committed<BotAccount> unlink(Caller caller, Id<BotAccount> id, @Nullable Long ifVersion) {
        caller.require(Permission.BOTS_MANAGE);
        return foundation.storage().write(to -> remove(to, caller, BotLinks.find(to, id), ifVersion));
    }

    private BotAccount remove(Repositories to, Caller caller, BotAccount account, @Nullable Long ifVersion) {
        Refusal.Stale.unless(ifVersion, account.version());
        to.botAccounts().remove(account.id());
        audit.record(to, caller, BotLinks.UNLINKED, BotLinks.resource(account), BotLinks.unlinked(account));
        return account;
    }
}
