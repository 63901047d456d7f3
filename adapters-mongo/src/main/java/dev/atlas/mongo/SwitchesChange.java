package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import dev.atlas.persistence.switching.SwitchRow;

/** The journal of the switches the store took part in. */
final class SwitchesChange implements SchemaChange {

    @Override
    public void make(MongoDatabase database) {
        CollectionPlan.of(SwitchRow.class)
                .index("switches_newest", "begun_at", "id")
                .make(database);
    }
}
