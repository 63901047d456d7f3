package dev.atlas.persistence.bots;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotAccount;
import dev.atlas.domain.bots.BotConversation;
import dev.atlas.domain.bots.BotConversations;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

@Singleton
class StoredBotConversations extends StoredById<BotConversation, BotConversationRow> implements BotConversations {

    private static final Listing<BotConversationRow> ALL = Listing.of(BotConversationRow.class);

    StoredBotConversations(BotConversationRows rows, BotConversationRowMapper mapper, Engine engine) {
        super(BotConversationRow.class, rows, mapper, engine);
    }

    @Override
    public Slice<BotConversation> list(@Nullable BotPlatform platform, @Nullable Id<BotAccount> account, Page page) {
        Listing<BotConversationRow> wanted = ALL.whereEqual("platform", platform == null ? null : Words.of(platform))
                .whereEqual("account_id", account == null ? null : account.value());
        return Slice.of(
                all(wanted.newestFirst("last_message_at", page)),
                page.limit(),
                each -> new Cursor(each.lastMessageAt(), each.id().value()));
    }
}
