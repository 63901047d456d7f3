package dev.atlas.contract.model;

import dev.atlas.contract.samples.ChatSamples;
import dev.atlas.domain.FoldedText;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.chat.ChatFilter;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.chat.ChatSessions;
import dev.atlas.domain.identity.User;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class ModelChatSessions extends ModelAggregates<Id<ChatSession>, ChatSession> implements ChatSessions {

    ModelChatSessions(Model model) {
        super(ChatSamples.SESSIONS, model);
    }

    @Override
    public Slice<ChatSession> ownedBy(Id<User> owner, ChatFilter filter, Page page) {
        return newestFirst(
                page,
                ChatSession::updatedAt,
                session -> session.ownerId().equals(owner)
                        && (filter.includeArchived() || !session.archived())
                        && (filter.titleContains() == null || contains(session.title(), filter.titleContains())));
    }

    @Override
    public List<ChatSession> updatedBefore(Instant time, int limit) {
        return where(session -> session.updatedAt().isBefore(time))
                .sorted(Comparator.comparing(ChatSession::updatedAt)
                        .thenComparing(session -> session.id().value(), Id::compare))
                .limit(limit)
                .toList();
    }

    /** True if there is a text and it holds this part, whatever the case. */
    static boolean contains(@Nullable String text, String part) {
        return text != null && FoldedText.of(text).contains(FoldedText.of(part));
    }
}
