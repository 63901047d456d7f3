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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What linking means in storage and for the audit trail, whoever asks for it. */
record BotLinks(Foundation foundation) {

    static final String LINKED = "bot_account.linked";
    static final String RELINKED = "bot_account.relinked";
    static final String UNLINKED = "bot_account.unlinked";

    /** An account, and whether it is linked only now. */
    record Link(BotAccount account, boolean fresh) {

        String action() {
            return fresh ? LINKED : RELINKED;
        }
    }

    /** Links somebody on a platform to a user; empty if they are linked to another one. */
    Optional<Link> link(
            Repositories to, User user, BotPlatform platform, String platformUserId, @Nullable String username) {
        Instant now = foundation.now();
        Optional<BotAccount> before = to.botAccounts().of(platform, platformUserId);
        if (before.isEmpty()) {
            BotAccount account =
                    new BotAccount(foundation.ids().next(), user.id(), platform, platformUserId, username, now, now, 0);
            return Optional.of(new Link(to.botAccounts().add(account), true));
        }
        return before.filter(account -> account.userId().equals(user.id())).map(account -> {
            BotAccount named = username == null ? account : account.named(username, now);
            return new Link(named.equals(account) ? account : to.botAccounts().replace(named), false);
        });
    }

    static BotAccount find(Repositories from, Id<BotAccount> id) {
        return from.botAccounts().find(id).orElseThrow(BotLinks::notFound);
    }

    static Refusal notFound() {
        return new Refusal.NotFound("bot_account.not_found", "There is no such linked account.");
    }

    /**
     * A page of those asked for, with the names of their users, which are asked for all at once.
     *
     * @param user null for everybody's
     */
    static Slice<NamedAccount> page(
            Repositories from, @Nullable BotPlatform platform, @Nullable Id<User> user, Page page) {
        Slice<BotAccount> accounts = accounts(from.botAccounts(), platform, user, page);
        Set<Id<User>> users = accounts.items().stream().map(BotAccount::userId).collect(Collectors.toSet());
        Map<Id<User>, User> known =
                from.users().among(users).stream().collect(Collectors.toMap(User::id, Function.identity()));
        return accounts.map(account -> NamedAccount.of(account, known.get(account.userId())));
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

    static Changes linked(Link link) {
        return link.fresh() ? members(null, link.account()) : Changes.NONE;
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
