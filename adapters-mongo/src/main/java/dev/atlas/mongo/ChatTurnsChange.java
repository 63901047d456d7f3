package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import dev.atlas.persistence.chat.ChatAllowanceRow;
import dev.atlas.persistence.chat.ChatMessageRow;
import dev.atlas.persistence.providers.ChatSettingsRow;

/** How much each user may ask, and what they have asked. */
final class ChatTurnsChange implements SchemaChange {

    @Override
    public void make(MongoDatabase database) {
        CollectionPlan.of(ChatMessageRow.class).make(database);
        CollectionPlan.of(ChatSettingsRow.class).make(database);
        CollectionPlan.of(ChatAllowanceRow.class)
                .index("chat_allowances_oldest", "began_at", "id")
                .make(database);
    }
}
