package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import dev.atlas.domain.agents.ChatPresets;
import dev.atlas.persistence.agents.AgentSettingsRow;
import dev.atlas.persistence.agents.ChatPresetRow;

/** How agents answer, and presets of it. */
final class AgentsChange implements SchemaChange {

    @Override
    public void make(MongoDatabase database) {
        CollectionPlan.of(AgentSettingsRow.class).make(database);
        CollectionPlan.of(ChatPresetRow.class)
                .unique(ChatPresets.NAME_PER_OWNER)
                .index("chat_presets_in_scope", "scope", "created_at", "id")
                .index("chat_presets_shared", "shared", "created_at", "id")
                .index("chat_presets_of_owner", "owner_id")
                .make(database);
    }
}
