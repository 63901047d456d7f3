package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import dev.atlas.persistence.moving.CopyMarkRow;
import dev.atlas.persistence.moving.MirrorMarkRow;

/** How far a copy into this store is, and what it mirrors. */
final class CopyMarksChange implements SchemaChange {

    @Override
    public void make(MongoDatabase database) {
        CollectionPlan.of(CopyMarkRow.class).make(database);
        CollectionPlan.of(MirrorMarkRow.class).make(database);
    }
}
