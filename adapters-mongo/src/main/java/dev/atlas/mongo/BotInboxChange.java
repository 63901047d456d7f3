package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import dev.atlas.persistence.bots.BotConfigurationRow;
import dev.atlas.persistence.bots.BotConversationRow;
import dev.atlas.persistence.bots.BotLaneRow;
import dev.atlas.persistence.bots.BotMessageRow;
import dev.atlas.persistence.bots.BotUpdateRow;

/** What comes in for bots until it is dealt with, and what was said. */
final class BotInboxChange implements SchemaChange {

    @Override
    public void make(MongoDatabase database) {
        CollectionPlan.of(BotUpdateRow.class)
                .index("bot_updates_open", Filters.exists("lane_id"), "lane_id", "ordinal", "id")
                .index("bot_updates_ended", "lane_id", "received_at", "id")
                .make(database);
        CollectionPlan.of(BotLaneRow.class)
                .index("bot_lanes_by_state", "state", "due_at", "id")
                .make(database);
        CollectionPlan.of(BotConversationRow.class)
                .index("bot_conversations_of_account", "account_id", "last_message_at", "id")
                .index("bot_conversations_of_platform", "platform", "last_message_at", "id")
                .index("bot_conversations_by_time", "last_message_at", "id")
                .make(database);
        CollectionPlan.of(BotMessageRow.class)
                .index("bot_messages_of_conversation", "conversation_id", "created_at", "id")
                .index("bot_messages_by_time", "created_at", "id")
                .make(database);
        CollectionPlan.of(BotConfigurationRow.class).make(database);
    }
}
