package dev.atlas.persistence.chat;

import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatAllowance;
import dev.atlas.persistence.RowMapper;
import jakarta.inject.Singleton;

/** By hand: MapStruct takes what counts for setters. */
@Singleton
final class ChatAllowanceRowMapper implements RowMapper<ChatAllowance, ChatAllowanceRow> {

    @Override
    public ChatAllowanceRow toRow(ChatAllowance allowance) {
        return new ChatAllowanceRow(
                allowance.user().value(),
                allowance.minute(),
                allowance.requests(),
                allowance.tokens(),
                allowance.version());
    }

    @Override
    public ChatAllowance toDomain(ChatAllowanceRow row) {
        return new ChatAllowance(new Id<>(row.id()), row.beganAt(), row.requests(), row.tokens(), row.version());
    }
}
