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
import dev.atlas.domain.bots.LastMessage;
import dev.atlas.domain.bots.PlatformCount;
import dev.atlas.persistence.Condition.AnyOf;
import dev.atlas.persistence.Condition.AtLeast;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
class StoredBotConversations extends StoredById<BotConversation, BotConversationRow> implements BotConversations {

    private static final String LAST = "last_message_at";

    private static final Listing<BotConversationRow> ALL = Listing.of(BotConversationRow.class);

    StoredBotConversations(BotConversationRows rows, BotConversationRowMapper mapper, Engine engine) {
        super(BotConversationRow.class, rows, mapper, engine);
    }

    @Override
    public Slice<BotConversation> list(@Nullable BotPlatform platform, @Nullable Id<BotAccount> account, Page page) {
        Listing<BotConversationRow> wanted = ALL.whereEqual("platform", platform == null ? null : Words.of(platform))
                .whereEqual("account_id", account == null ? null : account.value());
        return Slice.of(
                all(wanted.newestFirst(LAST, page)),
                page.limit(),
                each -> new Cursor(each.lastMessageAt(), each.id().value()));
    }

    @Override
    public List<PlatformCount> counts(Collection<BotPlatform> platforms, Instant time) {
        return PlatformCounts.of(engine(), ALL.where(new AtLeast(LAST, time)), platforms, LAST);
    }

    @Override
    public List<LastMessage> lastMessages(Collection<Id<BotAccount>> accounts) {
        engine().unit().reading();
        List<?> keys = accounts.stream().map(Id::value).toList();
        return engine().lister().groups(ALL.where(new AnyOf("account_id", keys)), "account_id", LAST).stream()
                .map(group -> new LastMessage(new Id<>((UUID) group.value()), group.latest()))
                .toList();
    }
}
