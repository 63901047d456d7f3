package dev.atlas.application.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotConversation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What rows of the predecessor's bots refer to, as it is called in Atlas. For one thread.
 *
 * @param people the users
 * @param claims which row was the first to link somebody, whether it was taken or not
 * @param unfinished the keys of links that nobody has finished
 */
record LegacyBots(
        LegacyLinks people,
        Map<String, String> claims,
        Map<String, BotAccount> accounts,
        Map<String, Id<BotConversation>> conversations,
        Set<String> unfinished) {

    LegacyBots(LegacyLinks people) {
        this(people, new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashSet<>());
    }

    /** Of two rows that link one person the later is left out, also after the user of the first is gone: it could be anybody. */
    void claim(String column, String person, Cells row) {
        String key = row.key("id");
        if (!claims.computeIfAbsent(person, first -> key).equals(key)) {
            throw new InvalidValue(column, "is linked by an earlier row");
        }
    }

    /** Throws {@link InvalidValue} if it was not taken, as the following. */
    BotAccount account(Cells cells) {
        BotAccount account = accounts.get(cells.requiredText("platform_account_id"));
        if (account == null) {
            throw new InvalidValue("platform_account_id", "names no linked account that was taken");
        }
        return account;
    }

    Id<BotConversation> conversation(Cells cells) {
        Id<BotConversation> conversation = conversations.get(cells.requiredText("conversation_id"));
        if (conversation == null) {
            throw new InvalidValue("conversation_id", "names no conversation that was taken");
        }
        return conversation;
    }
}
