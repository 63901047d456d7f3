package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import dev.atlas.persistence.nodes.NodeRow;

/** The processes that serve from the store. */
final class NodesChange implements SchemaChange {

    @Override
    public void make(MongoDatabase database) {
        CollectionPlan.of(NodeRow.class)
                .index("nodes_oldest", "started_at", "id")
                .make(database);
    }
}
