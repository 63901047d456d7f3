package dev.atlas.persistence.chat;

import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatAllowance;
import dev.atlas.domain.chat.ChatAllowances;
import dev.atlas.domain.identity.User;
import dev.atlas.persistence.Condition.Before;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredAggregates;
import dev.atlas.persistence.Table;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@Singleton
class StoredChatAllowances extends StoredAggregates<Id<User>, ChatAllowance, ChatAllowanceRow, UUID>
        implements ChatAllowances {

    StoredChatAllowances(ChatAllowanceRows rows, ChatAllowanceRowMapper mapper, Engine engine) {
        super(Table.of(ChatAllowanceRow.class), rows, mapper, engine);
    }

    @Override
    protected UUID column(Id<User> user) {
        return user.value();
    }

    @Override
    public List<ChatAllowance> usedBefore(Instant time, int limit) {
        return all(Listing.of(ChatAllowanceRow.class)
                .where(new Before("began_at", time))
                .ascending("began_at", "id")
                .atMost(limit));
    }
}
