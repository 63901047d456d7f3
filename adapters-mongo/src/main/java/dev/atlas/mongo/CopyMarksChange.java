package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import dev.atlas.persistence.moving.CopyMarkRow;

/** How far a copy into this store is. */
final class CopyMarksChange implements SchemaChange {

    @Override
    public void make(MongoDatabase database) {
        CollectionPlan.of(CopyMarkRow.class).make(database);
    }
}
