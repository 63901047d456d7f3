package dev.atlas.persistence.usage;

import dev.atlas.domain.Id;
import dev.atlas.domain.usage.PendingCall;
import dev.atlas.domain.usage.PendingCalls;
import dev.atlas.persistence.Condition.AnyOf;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;

@Singleton
class StoredPendingCalls extends StoredById<PendingCall, PendingCallRow> implements PendingCalls {

    StoredPendingCalls(PendingCallRows rows, PendingCallRowMapper mapper, Engine engine) {
        super(PendingCallRow.class, rows, mapper, engine);
    }

    @Override
    public List<PendingCall> oldest(int limit) {
        return all(
                Listing.of(PendingCallRow.class).ascending("started_at", "id").atMost(limit));
    }

    @Override
    public List<PendingCall> among(Collection<Id<PendingCall>> ids) {
        List<?> keys = ids.stream().map(Id::value).toList();
        return all(Listing.of(PendingCallRow.class).where(new AnyOf("id", keys)));
    }
}
