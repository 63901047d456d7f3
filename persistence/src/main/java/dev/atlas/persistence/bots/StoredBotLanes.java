package dev.atlas.persistence.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.bots.BotLane;
import dev.atlas.domain.bots.BotLanes;
import dev.atlas.persistence.Condition.AnyOf;
import dev.atlas.persistence.Condition.Before;
import dev.atlas.persistence.Condition.Is;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

@Singleton
class StoredBotLanes extends StoredById<BotLane, BotLaneRow> implements BotLanes {

    private static final Listing<BotLaneRow> BY_TIME =
            Listing.of(BotLaneRow.class).ascending("due_at", "id");

    StoredBotLanes(BotLaneRows rows, BotLaneRowMapper mapper, Engine engine) {
        super(BotLaneRow.class, rows, mapper, engine);
    }

    @Override
    public List<BotLane> due(Instant time, int limit) {
        return all(BY_TIME.where(new Is("state", BotLaneRow.FREE))
                .where(new Before("due_at", time))
                .atMost(limit));
    }

    @Override
    public List<BotLane> taken(int limit) {
        return all(BY_TIME.where(new Is("state", BotLaneRow.TAKEN)).atMost(limit));
    }

    @Override
    public List<BotLane> among(Collection<Id<BotLane>> ids) {
        List<?> keys = ids.stream().map(Id::value).toList();
        return all(Listing.of(BotLaneRow.class).where(new AnyOf("id", keys)));
    }
}
