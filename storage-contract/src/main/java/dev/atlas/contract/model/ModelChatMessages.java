package dev.atlas.contract.model;

import dev.atlas.contract.samples.ChatSamples;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatMessages;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.chat.MessageState;
import dev.atlas.domain.identity.User;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class ModelChatMessages extends ModelAggregates<Id<ChatMessage>, ChatMessage> implements ChatMessages {

    ModelChatMessages(Model model) {
        super(ChatSamples.MESSAGES, model);
    }

    @Override
    public List<ChatMessage> after(Id<ChatSession> session, @Nullable Long sequence, int limit) {
        return where(message -> message.sessionId().equals(session))
                .filter(message -> sequence == null || message.sequence() > sequence)
                .sorted(Comparator.comparing(ChatMessage::sequence))
                .limit(limit)
                .toList();
    }

    @Override
    public List<ChatMessage> before(Id<ChatSession> session, @Nullable Long sequence, int limit) {
        return where(message -> message.sessionId().equals(session))
                .filter(message -> sequence == null || message.sequence() < sequence)
                .sorted(Comparator.comparing(ChatMessage::sequence).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public List<ChatMessage> among(Collection<Id<ChatMessage>> ids) {
        return where(message -> ids.contains(message.id())).toList();
    }

    @Override
    public List<ChatMessage> pending(int limit) {
        return where(message -> message.entry().state() == MessageState.PENDING)
                .sorted(Comparator.comparing(ChatMessage::createdAt)
                        .thenComparing(message -> message.id().value(), Id::compare))
                .limit(limit)
                .toList();
    }

    @Override
    public Slice<ChatMessage> containing(String text, Id<User> owner, Page page) {
        return newestFirst(
                page,
                ChatMessage::createdAt,
                message -> message.ownerId().equals(owner)
                        && ModelChatSessions.contains(message.entry().content(), text));
    }
}
