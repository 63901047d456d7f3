package dev.atlas.persistence.providers;

import dev.atlas.domain.providers.ChatSettings;
import dev.atlas.domain.providers.ChatSettingsByName;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.StoredAggregates;
import dev.atlas.persistence.Table;
import jakarta.inject.Singleton;

@Singleton
class StoredChatSettings extends StoredAggregates<String, ChatSettings, ChatSettingsRow, String>
        implements ChatSettingsByName {

    StoredChatSettings(ChatSettingsRows rows, ChatSettingsRowMapper mapper, Engine engine) {
        super(Table.of(ChatSettingsRow.class), rows, mapper, engine);
    }

    @Override
    protected String column(String name) {
        return name;
    }
}
