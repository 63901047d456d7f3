package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import dev.atlas.persistence.providers.ChatSettingsRow;
import dev.atlas.persistence.providers.ProviderConfigurationRow;

/** Which providers there are, and how chats are answered. */
final class ProvidersChange implements SchemaChange {

    @Override
    public void make(MongoDatabase database) {
        CollectionPlan.of(ProviderConfigurationRow.class).make(database);
        CollectionPlan.of(ChatSettingsRow.class).make(database);
    }
}
