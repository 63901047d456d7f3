package dev.atlas.persistence.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotLane;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.persistence.RowMapper;
import jakarta.inject.Singleton;

/** By hand: the row says in a word whether there is a worker. */
@Singleton
final class BotLaneRowMapper implements RowMapper<BotLane, BotLaneRow> {

    @Override
    public BotLaneRow toRow(BotLane lane) {
        return new BotLaneRow(
                lane.id().value(),
                Words.of(lane.platform()),
                lane.worker() == null ? BotLaneRow.FREE : BotLaneRow.TAKEN,
                lane.worker(),
                lane.renewals(),
                lane.failures(),
                lane.dueAt(),
                lane.version());
    }

    @Override
    public BotLane toDomain(BotLaneRow row) {
        return new BotLane(
                new Id<>(row.id()),
                Words.constant(BotPlatform.class, row.platform()),
                row.worker(),
                row.renewals(),
                row.failures(),
                row.dueAt(),
                row.version());
    }
}
