package dev.atlas.persistence.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.bots.BotLane;
import dev.atlas.domain.bots.BotUpdate;
import dev.atlas.domain.bots.BotUpdates;
import dev.atlas.persistence.Condition.Absent;
import dev.atlas.persistence.Condition.AnyOf;
import dev.atlas.persistence.Condition.Before;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

@Singleton
class StoredBotUpdates extends StoredById<BotUpdate, BotUpdateRow> implements BotUpdates {

    private static final Listing<BotUpdateRow> ALL = Listing.of(BotUpdateRow.class);

    StoredBotUpdates(BotUpdateRows rows, BotUpdateRowMapper mapper, Engine engine) {
        super(BotUpdateRow.class, rows, mapper, engine);
    }

    @Override
    public List<BotUpdate> open(Id<BotLane> lane, int limit) {
        return all(ALL.whereEqual("lane_id", lane.value())
                .ascending("ordinal", "id")
                .atMost(limit));
    }

    @Override
    public List<BotUpdate> among(Collection<Id<BotUpdate>> ids) {
        List<?> keys = ids.stream().map(Id::value).toList();
        return all(ALL.where(new AnyOf("id", keys)));
    }

    @Override
    public List<BotUpdate> endedBefore(Instant time, int limit) {
        return all(ALL.where(new Absent("lane_id"))
                .where(new Before("received_at", time))
                .ascending("received_at", "id")
                .atMost(limit));
    }
}
