package dev.atlas.application.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.Slice;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.LastMessage;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A linked account with the name of its user.
 *
 * @param lastMessageAt when something was said or answered last; absent if nothing ever was, or all of it is forgotten
 */
public record NamedAccount(
        BotAccount account, String username, @Nullable Instant lastMessageAt) {

    static NamedAccount of(Repositories from, BotAccount account) {
        return page(from, new Slice<>(List.of(account), null)).items().getFirst();
    }

    /** The same page, with what else is known of its accounts, which is asked for all at once. */
    static Slice<NamedAccount> page(Repositories from, Slice<BotAccount> accounts) {
        Set<Id<User>> users = accounts.items().stream().map(BotAccount::userId).collect(Collectors.toSet());
        Map<Id<User>, User> known =
                from.users().among(users).stream().collect(Collectors.toMap(User::id, Function.identity()));
        List<Id<BotAccount>> ids = accounts.items().stream().map(BotAccount::id).toList();
        Map<Id<BotAccount>, Instant> last = from.botConversations().lastMessages(ids).stream()
                .collect(Collectors.toMap(LastMessage::accountId, LastMessage::at));
        return accounts.map(account -> {
            User user = Objects.requireNonNull(known.get(account.userId()), "an account without a user");
            return new NamedAccount(account, user.username().value(), last.get(account.id()));
        });
    }
}
