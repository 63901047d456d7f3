package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import dev.atlas.persistence.followers.FollowerRow;

/** Those who follow the change feed of the store. */
final class FollowersChange implements SchemaChange {

    @Override
    public void make(MongoDatabase database) {
        CollectionPlan.of(FollowerRow.class).make(database);
    }
}
