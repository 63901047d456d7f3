package dev.atlas.persistence.chat;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.FoldedText;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.chat.ChatFilter;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.chat.ChatSessions;
import dev.atlas.domain.identity.User;
import dev.atlas.persistence.Condition.Absent;
import dev.atlas.persistence.Condition.Before;
import dev.atlas.persistence.Condition.Contains;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

@Singleton
class StoredChatSessions extends StoredById<ChatSession, ChatSessionRow> implements ChatSessions {

    StoredChatSessions(ChatSessionRows rows, ChatSessionRowMapper mapper, Engine engine) {
        super(ChatSessionRow.class, rows, mapper, engine);
    }

    @Override
    public Slice<ChatSession> ownedBy(Id<User> owner, ChatFilter filter, Page page) {
        Listing<ChatSessionRow> wanted = Listing.of(ChatSessionRow.class)
                .whereEqual("owner_id", owner.value())
                .newestFirst("updated_at", page);
        if (!filter.includeArchived()) {
            wanted = wanted.where(new Absent("archived_at"));
        }
        if (filter.titleContains() != null) {
            wanted = wanted.where(new Contains("title_folded", FoldedText.of(filter.titleContains())));
        }
        return Slice.of(
                all(wanted),
                page.limit(),
                session -> new Cursor(session.updatedAt(), session.id().value()));
    }

    @Override
    public List<ChatSession> updatedBefore(Instant time, int limit) {
        return all(Listing.of(ChatSessionRow.class)
                .where(new Before("updated_at", time))
                .ascending("updated_at", "id")
                .atMost(limit));
    }
}
