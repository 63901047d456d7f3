package dev.atlas.persistence.idempotency;

import dev.atlas.domain.idempotency.IdempotencyRecord;
import dev.atlas.domain.idempotency.IdempotencyRecords;
import dev.atlas.persistence.Condition.Before;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredAggregates;
import dev.atlas.persistence.Table;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

@Singleton
class StoredIdempotencyRecords extends StoredAggregates<String, IdempotencyRecord, IdempotencyRecordRow, String>
        implements IdempotencyRecords {

    StoredIdempotencyRecords(IdempotencyRecordRows rows, IdempotencyRecordRowMapper mapper, Engine engine) {
        super(Table.of(IdempotencyRecordRow.class), rows, mapper, engine);
    }

    @Override
    protected String column(String id) {
        return id;
    }

    @Override
    public List<IdempotencyRecord> expiredBefore(Instant time, int limit) {
        return all(Listing.of(IdempotencyRecordRow.class)
                .where(new Before("expires_at", time))
                .ascending("expires_at", "id")
                .atMost(limit));
    }
}
