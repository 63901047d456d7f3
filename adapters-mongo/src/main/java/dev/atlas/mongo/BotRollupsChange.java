package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import dev.atlas.persistence.bots.BotRollupRow;

/** What was said to bots and answered comes to. */
final class BotRollupsChange implements SchemaChange {

    @Override
    public void make(MongoDatabase database) {
        CollectionPlan.of(BotRollupRow.class)
                .index("bot_rollups_by_start", "span", "starts_at")
                .make(database);
    }
}
