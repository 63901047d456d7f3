package dev.atlas.persistence.bots;

import static java.util.Objects.requireNonNull;

import dev.atlas.domain.Id;
import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotInbound;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.bots.BotReply;
import dev.atlas.domain.bots.BotUpdate;
import dev.atlas.persistence.RowMapper;
import dev.atlas.persistence.Values;
import jakarta.inject.Singleton;

/** By hand: what is nested lies flat in the row. */
@Singleton
final class BotUpdateRowMapper implements RowMapper<BotUpdate, BotUpdateRow> {

    @Override
    public BotUpdateRow toRow(BotUpdate update) {
        BotInbound inbound = update.inbound();
        BotReply reply = update.reply();
        return new BotUpdateRow(
                update.id().value(),
                Words.of(inbound.platform()),
                inbound.updateId(),
                inbound.ordinal(),
                inbound.conversation(),
                inbound.sender(),
                inbound.senderName(),
                inbound.messageId(),
                inbound.text(),
                inbound.address(),
                update.lane() == null ? null : update.lane().value(),
                reply == null ? null : reply.text(),
                reply == null ? 0 : reply.sent(),
                reply != null && reply.sending(),
                reply != null && reply.repeated(),
                update.receivedAt(),
                update.version());
    }

    @Override
    public BotUpdate toDomain(BotUpdateRow row) {
        BotInbound inbound = new BotInbound(
                Words.constant(BotPlatform.class, row.platform()),
                row.updateId(),
                row.ordinal(),
                row.conversation(),
                row.sender(),
                row.senderName(),
                row.messageId(),
                row.text(),
                requireNonNull(Values.object(row.address())));
        return new BotUpdate(
                new Id<>(row.id()),
                inbound,
                row.laneId() == null ? null : new Id<>(row.laneId()),
                row.reply() == null ? null : new BotReply(row.reply(), row.partsSent(), row.sending(), row.repeated()),
                row.receivedAt(),
                row.version());
    }
}
