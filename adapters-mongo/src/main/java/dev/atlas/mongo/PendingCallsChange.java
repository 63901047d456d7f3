package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import dev.atlas.persistence.usage.PendingCallRow;

/** The calls that nodes are at, of which nothing else is stored. */
final class PendingCallsChange implements SchemaChange {

    @Override
    public void make(MongoDatabase database) {
        CollectionPlan.of(PendingCallRow.class)
                .index("pending_calls_oldest", "started_at", "id")
                .make(database);
    }
}
