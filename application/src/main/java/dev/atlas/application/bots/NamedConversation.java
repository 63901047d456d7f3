package dev.atlas.application.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.Slice;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotConversation;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Repositories;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A conversation with the user whose account it is of. */
public record NamedConversation(BotConversation conversation, Id<User> userId, String username) {

    /** The same page, with the users of its conversations, who are asked for all at once. */
    public static Slice<NamedConversation> page(Repositories from, Slice<BotConversation> conversations) {
        Set<Id<BotAccount>> ids =
                conversations.items().stream().map(BotConversation::accountId).collect(Collectors.toSet());
        Map<Id<BotAccount>, BotAccount> accounts =
                from.botAccounts().among(ids).stream().collect(Collectors.toMap(BotAccount::id, Function.identity()));
        Set<Id<User>> users = accounts.values().stream().map(BotAccount::userId).collect(Collectors.toSet());
        Map<Id<User>, User> known =
                from.users().among(users).stream().collect(Collectors.toMap(User::id, Function.identity()));
        return conversations.map(conversation -> {
            BotAccount account = Objects.requireNonNull(accounts.get(conversation.accountId()));
            User user = Objects.requireNonNull(known.get(account.userId()));
            return new NamedConversation(
                    conversation, user.id(), user.username().value());
        });
    }
}
