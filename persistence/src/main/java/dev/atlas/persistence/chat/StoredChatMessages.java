package dev.atlas.persistence.chat;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.FoldedText;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.Words;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatMessages;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.chat.MessageState;
import dev.atlas.domain.identity.User;
import dev.atlas.persistence.Condition.AnyOf;
import dev.atlas.persistence.Condition.Contains;
import dev.atlas.persistence.Condition.Is;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Singleton
class StoredChatMessages extends StoredById<ChatMessage, ChatMessageRow> implements ChatMessages {

    private static final String SEQUENCE = "sequence";

    StoredChatMessages(ChatMessageRows rows, ChatMessageRowMapper mapper, Engine engine) {
        super(ChatMessageRow.class, rows, mapper, engine);
    }

    @Override
    public List<ChatMessage> after(Id<ChatSession> session, @Nullable Long sequence, int limit) {
        return beyond(of(session).ascending(SEQUENCE), sequence, limit);
    }

    @Override
    public List<ChatMessage> before(Id<ChatSession> session, @Nullable Long sequence, int limit) {
        return beyond(of(session).descending(SEQUENCE), sequence, limit);
    }

    @Override
    public List<ChatMessage> among(Collection<Id<ChatMessage>> ids) {
        List<?> keys = ids.stream().map(Id::value).toList();
        return all(Listing.of(ChatMessageRow.class).where(new AnyOf("id", keys)));
    }

    @Override
    public List<ChatMessage> pending(int limit) {
        return all(Listing.of(ChatMessageRow.class)
                .where(new Is("state", Words.of(MessageState.PENDING)))
                .ascending("created_at", "id")
                .atMost(limit));
    }

    @Override
    public Slice<ChatMessage> containing(String text, Id<User> owner, Page page) {
        Listing<ChatMessageRow> wanted = Listing.of(ChatMessageRow.class)
                .whereEqual("owner_id", owner.value())
                .where(new Contains("content_folded", FoldedText.of(text)))
                .newestFirst("created_at", page);
        return Slice.of(
                all(wanted),
                page.limit(),
                message -> new Cursor(message.createdAt(), message.id().value()));
    }

    private List<ChatMessage> beyond(Listing<ChatMessageRow> ordered, @Nullable Long sequence, int limit) {
        Listing<ChatMessageRow> wanted = ordered.atMost(limit);
        return all(sequence == null ? wanted : wanted.after(sequence));
    }

    private static Listing<ChatMessageRow> of(Id<ChatSession> session) {
        return Listing.of(ChatMessageRow.class).whereEqual("session_id", session.value());
    }
}
