package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import dev.atlas.persistence.idempotency.IdempotencyRecordRow;

/** What was answered to requests that may be sent again. */
final class IdempotencyChange implements SchemaChange {

    @Override
    public void make(MongoDatabase database) {
        CollectionPlan.of(IdempotencyRecordRow.class)
                .index("idempotency_records_by_expiry", "expires_at", "id")
                .make(database);
    }
}
