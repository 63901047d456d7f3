package dev.atlas.persistence.bots;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.bots.BotConversation;
import dev.atlas.domain.bots.BotMessage;
import dev.atlas.domain.bots.BotMessages;
import dev.atlas.persistence.Condition.AtLeast;
import dev.atlas.persistence.Condition.Before;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

@Singleton
class StoredBotMessages extends StoredById<BotMessage, BotMessageRow> implements BotMessages {

    private static final String TIME = "created_at";

    private static final Listing<BotMessageRow> ALL = Listing.of(BotMessageRow.class);

    StoredBotMessages(BotMessageRows rows, BotMessageRowMapper mapper, Engine engine) {
        super(BotMessageRow.class, rows, mapper, engine);
    }

    @Override
    public Slice<BotMessage> of(Id<BotConversation> conversation, Page page) {
        return page(ALL.whereEqual("conversation_id", conversation.value()), page);
    }

    @Override
    public Slice<BotMessage> since(Instant time, Page page) {
        return page(ALL.where(new AtLeast(TIME, time)), page);
    }

    @Override
    public List<BotMessage> before(Instant time, int limit) {
        return all(ALL.where(new Before(TIME, time)).ascending(TIME, "id").atMost(limit));
    }

    private Slice<BotMessage> page(Listing<BotMessageRow> wanted, Page page) {
        return Slice.of(
                all(wanted.newestFirst(TIME, page)),
                page.limit(),
                message -> new Cursor(message.createdAt(), message.id().value()));
    }
}
