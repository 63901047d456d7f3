package dev.atlas.application.bots;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.identity.Audit;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotConversation;
import dev.atlas.domain.bots.BotMessage;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What the caller said to bots and was answered: theirs to see, to take along and to have forgotten. The chats in which it went on are
 * among their chats, and stay there.
 */
public final class BotHistory {

    private final Foundation foundation;
    private final Audit audit;

    BotHistory(Foundation foundation, Audit audit) {
        this.foundation = foundation;
        this.audit = audit;
    }

    /**
     * The conversations of one of the caller's accounts, the one in which something was said last first.
     *
     * @throws Refusal.NotFound {@code bot_account.not_found}, also for those of others
     */
    public CompletableFuture<Slice<NamedConversation>> conversations(Caller caller, Id<BotAccount> account, Page page) {
        caller.require(Permission.BOTS_USE);
        return foundation.storage().readAsync(from -> {
            own(from, caller, account);
            return NamedConversation.page(from, from.botConversations().list(null, account, page));
        });
    }

    /**
     * What was said in one of them, newest first.
     *
     * @throws Refusal.NotFound {@code bot_conversation.not_found}, also for those of others
     */
    public CompletableFuture<Slice<BotMessage>> messages(Caller caller, Id<BotConversation> conversation, Page page) {
        caller.require(Permission.BOTS_USE);
        return foundation.storage().readAsync(from -> from.botMessages()
                .of(own(from, caller, find(from, conversation)).id(), page));
    }

    /**
     * Forgets one of them with all that was said. What is being answered in it is answered still.
     *
     * @throws Refusal.NotFound as {@link #messages}
     * @throws Refusal.Stale if it is not of the version {@code ifVersion}
     */
    public Committed<BotConversation> removeOwn(
            Caller caller, Id<BotConversation> conversation, @Nullable Long ifVersion) {
        caller.require(Permission.BOTS_USE);
        return foundation.storage().write(to -> remove(to, caller, own(to, caller, find(to, conversation)), ifVersion));
    }

    /** The same for anybody's. */
    public Committed<BotConversation> remove(
            Caller caller, Id<BotConversation> conversation, @Nullable Long ifVersion) {
        caller.require(Permission.BOTS_MANAGE);
        return foundation.storage().write(to -> remove(to, caller, find(to, conversation), ifVersion));
    }

    private BotConversation remove(
            Repositories to, Caller caller, BotConversation conversation, @Nullable Long ifVersion) {
        Refusal.Stale.unless(ifVersion, conversation.version());
        to.botConversations().remove(conversation.id());
        audit.record(
                to,
                caller,
                "bot_conversation.removed",
                new Resource("bot_conversation", conversation.id().toString()),
                Changes.NONE
                        .text("platform", Words.of(conversation.platform()), null)
                        .text("account_id", conversation.accountId().toString(), null));
        return conversation;
    }

    private static BotConversation own(Repositories from, Caller caller, BotConversation conversation) {
        return from.botAccounts()
                .find(conversation.accountId())
                .filter(account -> account.userId().equals(caller.user()))
                .map(_ -> conversation)
                .orElseThrow(BotHistory::notFound);
    }

    private static void own(Repositories from, Caller caller, Id<BotAccount> account) {
        if (!BotLinks.find(from, account).userId().equals(caller.user())) {
            throw BotLinks.notFound();
        }
    }

    private static BotConversation find(Repositories from, Id<BotConversation> id) {
        return from.botConversations().find(id).orElseThrow(BotHistory::notFound);
    }

    private static Refusal notFound() {
        return new Refusal.NotFound("bot_conversation.not_found", "There is no such conversation.");
    }
}
