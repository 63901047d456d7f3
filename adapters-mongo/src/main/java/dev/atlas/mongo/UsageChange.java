package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import dev.atlas.persistence.usage.UsageRecordRow;
import dev.atlas.persistence.usage.UsageRollupRow;

/** What was used of models, and what it comes to. */
final class UsageChange implements SchemaChange {

    @Override
    public void make(MongoDatabase database) {
        CollectionPlan.of(UsageRecordRow.class)
                .index("usage_records_newest", "created_at", "id")
                .index("usage_records_of_user", "user_id", "created_at", "id")
                .index("usage_records_of_project", "project_id", "created_at", "id")
                .index("usage_records_of_agent", "agent", "created_at", "id")
                .index("usage_records_of_session", "session_id", "created_at", "id")
                .index("usage_records_of_model", "model", "created_at", "id")
                .make(database);
        CollectionPlan.of(UsageRollupRow.class)
                .index("usage_rollups_by_start", "scope", "span", "starts_at")
                .index("usage_rollups_of_user", "user_id", "scope", "span", "starts_at")
                .index("usage_rollups_of_project", "project_id", "scope", "span", "starts_at")
                .index("usage_rollups_of_agent", "agent", "scope", "span", "starts_at")
                .make(database);
    }
}
