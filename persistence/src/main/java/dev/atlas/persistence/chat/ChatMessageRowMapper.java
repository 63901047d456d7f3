package dev.atlas.persistence.chat;

import static java.util.Objects.requireNonNull;

import dev.atlas.domain.FoldedText;
import dev.atlas.domain.Id;
import dev.atlas.domain.Words;
import dev.atlas.domain.chat.ChatEntry;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.chat.ChatRole;
import dev.atlas.domain.chat.ChatUsage;
import dev.atlas.domain.chat.MessageState;
import dev.atlas.domain.chat.ToolCall;
import dev.atlas.persistence.RowMapper;
import dev.atlas.persistence.Values;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** By hand: nearly every column is made of a part of a part that may be absent. */
@Singleton
final class ChatMessageRowMapper implements RowMapper<ChatMessage, ChatMessageRow> {

    @Override
    public ChatMessageRow toRow(ChatMessage message) {
        ChatEntry entry = message.entry();
        ChatUsage usage = entry.usage();
        return new ChatMessageRow(
                message.id().value(),
                message.sessionId().value(),
                message.ownerId().value(),
                message.sequence(),
                Words.of(entry.role()),
                Words.of(entry.state()),
                entry.content(),
                FoldedText.of(entry.content()),
                entry.provider(),
                entry.model(),
                usage == null ? null : (Long) usage.promptTokens(),
                usage == null ? null : (Long) usage.completionTokens(),
                usage == null ? null : usage.costUsd(),
                ToolCall.json(entry.toolCalls()),
                entry.metadata(),
                message.createdAt(),
                message.version());
    }

    @Override
    public ChatMessage toDomain(ChatMessageRow row) {
        ChatEntry entry = new ChatEntry(
                Words.constant(ChatRole.class, row.role()),
                Words.constant(MessageState.class, row.state()),
                row.content(),
                row.provider(),
                row.model(),
                usage(row),
                ToolCall.of(row.toolCalls()),
                requireNonNull(Values.object(row.metadata())));
        return new ChatMessage(
                new Id<>(row.id()),
                new Id<>(row.sessionId()),
                new Id<>(row.ownerId()),
                row.sequence(),
                entry,
                row.createdAt(),
                row.version());
    }

    private static @Nullable ChatUsage usage(ChatMessageRow row) {
        return row.promptTokens() == null || row.completionTokens() == null
                ? null
                : new ChatUsage(row.promptTokens(), row.completionTokens(), row.costUsd());
    }
}
