package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import dev.atlas.domain.chat.ChatMessages;
import dev.atlas.persistence.chat.ChatMessageRow;
import dev.atlas.persistence.chat.ChatSessionRow;

/** Chats and what was said in them. */
final class ChatChange implements SchemaChange {

    @Override
    public void make(MongoDatabase database) {
        CollectionPlan.of(ChatSessionRow.class)
                .index("chat_sessions_of_owner", "owner_id", "updated_at", "id")
                .index("chat_sessions_by_update", "updated_at", "id")
                .make(database);
        CollectionPlan.of(ChatMessageRow.class)
                .unique(ChatMessages.ONE_PER_PLACE)
                .index("chat_messages_of_owner", "owner_id", "created_at", "id")
                .make(database);
    }
}
