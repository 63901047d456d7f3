package dev.atlas.application.bots;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.identity.Audit;
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
    private final Audit audit;

    BotAccountCatalog(Foundation foundation, Audit audit) {
        this.foundation = foundation;
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
