package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import dev.atlas.persistence.chat.ChatMessageRow;

/** What nodes are at is little beside all that was ever said. */
final class PendingTurnsChange implements SchemaChange {

    @Override
    public void make(MongoDatabase database) {
        CollectionPlan.of(ChatMessageRow.class)
                .index("chat_messages_pending", Filters.eq("state", "pending"), "state", "created_at", "id")
                .make(database);
    }
}
