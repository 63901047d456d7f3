package dev.atlas.persistence.chat;

import dev.atlas.domain.FoldedText;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.chat.ChatTotals;
import dev.atlas.persistence.Mapping;
import dev.atlas.persistence.RowMapper;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Named;

@Mapper(config = Mapping.class)
public interface ChatSessionRowMapper extends RowMapper<ChatSession, ChatSessionRow> {

    @Override
    @org.mapstruct.Mapping(target = "titleFolded", source = "title", qualifiedByName = "folded")
    @org.mapstruct.Mapping(target = "messageCount", source = "totals.messages")
    @org.mapstruct.Mapping(target = "promptTokens", source = "totals.promptTokens")
    @org.mapstruct.Mapping(target = "completionTokens", source = "totals.completionTokens")
    @org.mapstruct.Mapping(target = "costUsd", source = "totals.costUsd")
    @org.mapstruct.Mapping(target = "unpricedCount", source = "totals.unpriced")
    ChatSessionRow toRow(ChatSession aggregate);

    @Override
    @org.mapstruct.Mapping(target = "totals", source = "row")
    ChatSession toDomain(ChatSessionRow row);

    default ChatTotals totals(ChatSessionRow row) {
        return new ChatTotals(
                row.messageCount(), row.promptTokens(), row.completionTokens(), row.costUsd(), row.unpricedCount());
    }

    @Named("folded")
    default @Nullable String folded(@Nullable String title) {
        return title == null ? null : FoldedText.of(title);
    }
}
