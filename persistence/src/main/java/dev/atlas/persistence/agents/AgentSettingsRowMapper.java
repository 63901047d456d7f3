package dev.atlas.persistence.agents;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.agents.AgentDetails;
import dev.atlas.domain.agents.AgentSettings;
import dev.atlas.persistence.RowMapper;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** By hand: what is nested lies flat in the row. */
@Singleton
final class AgentSettingsRowMapper implements RowMapper<AgentSettings, AgentSettingsRow> {

    @Override
    public AgentSettingsRow toRow(AgentSettings settings) {
        AgentDetails details = settings.details();
        SequencedMap<String, Json> models = new LinkedHashMap<>();
        details.models().forEach((provider, model) -> models.put(provider, new Json.Str(model)));
        return new AgentSettingsRow(
                settings.agent(),
                details.provider(),
                new Json.Obj(models),
                details.temperature(),
                details.maxTokens(),
                details.systemPrompt(),
                details.skills(),
                settings.createdAt(),
                settings.updatedAt(),
                settings.version());
    }

    @Override
    public AgentSettings toDomain(AgentSettingsRow row) {
        AgentDetails details = new AgentDetails(
                row.provider(),
                models(row.models()),
                row.temperature(),
                Math.toIntExact(row.maxTokens()),
                row.systemPrompt(),
                row.skills());
        return new AgentSettings(row.id(), details, row.createdAt(), row.updatedAt(), row.version());
    }

    private static SortedMap<String, String> models(Json stored) {
        SortedMap<String, String> models = new TreeMap<>();
        if (!(stored instanceof Json.Obj(SequencedMap<String, Json> members))) {
            throw new InvalidValue("models", "must be an object");
        }
        members.forEach((provider, model) -> {
            if (!(model instanceof Json.Str(String name))) {
                throw new InvalidValue("models", "must hold names of models");
            }
            models.put(provider, name);
        });
        return models;
    }
}
