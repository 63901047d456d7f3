package dev.atlas.application.bots;

import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotAccounts;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What linking means in storage and for the audit trail, whoever asks for it. */
record BotLinks(Foundation foundation) {

    static final String LINKED = "bot_account.linked";
    static final String MOVED = "bot_account.moved";
    static final String RELINKED = "bot_account.relinked";
    static final String UNLINKED = "bot_account.unlinked";

    /**
     * An account, and how it comes to be linked.
     *
     * @param fresh whether it is linked only now
     * @param before what linked them to another user until now; null if nothing did
     */
    record Link(BotAccount account, boolean fresh, @Nullable BotAccount before) {

        String action() {
            return before != null ? MOVED : fresh ? LINKED : RELINKED;
        }

        Changes changes() {
            return fresh ? members(before, account) : Changes.NONE;
        }
    }

    /** Links somebody on a platform to a user; empty if they are linked to another one and not to be moved. */
    Optional<Link> link(Repositories to, User user, WantedLink wanted) {
        Optional<BotAccount> before = to.botAccounts().of(wanted.platform(), wanted.platformUserId());
        if (before.isEmpty()) {
            return Optional.of(new Link(add(to, user, wanted), true, null));
        }
        BotAccount old = before.get();
        if (old.userId().equals(user.id())) {
            return Optional.of(new Link(renamed(to, old, wanted.platformUsername()), false, null));
        }
        if (!wanted.move()) {
            return Optional.empty();
        }
        // another account with another id: what the old one said stays with whom it was said by
        to.botAccounts().remove(old.id());
        new BotNotices(foundation).tell(to, old, moved(to, old, user));
        return Optional.of(new Link(add(to, user, wanted), true, old));
    }

    private static String moved(Repositories from, BotAccount old, User user) {
        String before = from.users()
                .find(old.userId())
                .map(owner -> owner.username().value())
                .orElse("somebody else");
        return "An administrator of Atlas says that you are **%s** there now, and not **%s** any more. If that is wrong, tell them."
                .formatted(user.username().value(), before);
    }

    private BotAccount add(Repositories to, User user, WantedLink wanted) {
        Instant now = foundation.now();
        return to.botAccounts()
                .add(new BotAccount(
                        foundation.ids().next(),
                        user.id(),
                        wanted.platform(),
                        wanted.platformUserId(),
                        wanted.platformUsername(),
                        now,
                        now,
                        0));
    }

    private BotAccount renamed(Repositories to, BotAccount account, @Nullable String username) {
        BotAccount named = username == null ? account : account.named(username, foundation.now());
        return named.equals(account) ? account : to.botAccounts().replace(named);
    }

    static Refusal ofAnotherUser() {
        return new Refusal.WrongState(
                "bot_account.of_another_user", "They are linked to another user, and were not to be moved.");
    }

    static BotAccount find(Repositories from, Id<BotAccount> id) {
        return from.botAccounts().find(id).orElseThrow(BotLinks::notFound);
    }

    static Refusal notFound() {
        return new Refusal.NotFound("bot_account.not_found", "There is no such linked account.");
    }

    /**
     * A page of those asked for, with the names of their users.
     *
     * @param user null for everybody's
     */
    static Slice<NamedAccount> page(
            Repositories from, @Nullable BotPlatform platform, @Nullable Id<User> user, Page page) {
        return NamedAccount.page(from, accounts(from.botAccounts(), platform, user, page));
    }

    private static Slice<BotAccount> accounts(
            BotAccounts all, @Nullable BotPlatform platform, @Nullable Id<User> user, Page page) {
        if (user != null) {
            return all.ofUser(user, platform, page);
        }
        return platform == null ? all.list(page) : all.on(platform, page);
    }

    static Resource resource(BotAccount account) {
        return new Resource("bot_account", account.id().toString());
    }

    static Changes unlinked(BotAccount account) {
        return members(account, null);
    }

    private static Changes members(@Nullable BotAccount old, @Nullable BotAccount fresh) {
        return Changes.NONE
                .text(
                        "user_id",
                        old == null ? null : old.userId().toString(),
                        fresh == null ? null : fresh.userId().toString())
                .text(
                        "platform",
                        old == null ? null : Words.of(old.platform()),
                        fresh == null ? null : Words.of(fresh.platform()))
                .text(
                        "platform_user_id",
                        old == null ? null : old.platformUserId(),
                        fresh == null ? null : fresh.platformUserId());
    }
}
