package dev.atlas.persistence.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotDirection;
import dev.atlas.domain.bots.BotMessage;
import dev.atlas.domain.chat.ChatUsage;
import dev.atlas.persistence.RowMapper;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** By hand: what was used lies flat in the row. */
@Singleton
final class BotMessageRowMapper implements RowMapper<BotMessage, BotMessageRow> {

    @Override
    public BotMessageRow toRow(BotMessage message) {
        ChatUsage usage = message.usage();
        return new BotMessageRow(
                message.id().value(),
                message.conversationId().value(),
                Words.of(message.direction()),
                message.content(),
                message.platformMessageId(),
                message.agent(),
                message.toolCalls(),
                usage == null ? null : (Long) usage.promptTokens(),
                usage == null ? null : (Long) usage.completionTokens(),
                usage == null ? null : usage.costUsd(),
                message.durationMs(),
                message.error(),
                message.createdAt(),
                message.version());
    }

    @Override
    public BotMessage toDomain(BotMessageRow row) {
        return new BotMessage(
                new Id<>(row.id()),
                new Id<>(row.conversationId()),
                Words.constant(BotDirection.class, row.direction()),
                row.content(),
                row.platformMessageId(),
                row.agent(),
                (Json.Arr) row.toolCalls(),
                usage(row),
                row.durationMs(),
                row.error(),
                row.createdAt(),
                row.version());
    }

    private static @Nullable ChatUsage usage(BotMessageRow row) {
        return row.promptTokens() == null || row.completionTokens() == null
                ? null
                : new ChatUsage(row.promptTokens(), row.completionTokens(), row.costUsd());
    }
}
