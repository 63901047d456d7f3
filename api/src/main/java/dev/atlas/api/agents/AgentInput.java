package dev.atlas.api.agents;

import static java.util.Objects.requireNonNullElse;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.api.providers.ChatSettingsInput;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.agents.AgentDetails;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How an agent shall answer; what is left out is as it usually is. */
public record AgentInput(
        @Nullable @Limits(pattern = "^[a-z0-9][a-z0-9._-]{0,31}$")
        String provider,

        Json.@Nullable Obj models,
        @Nullable @Limits(min = 0, max = 2) Double temperature,
        @Nullable @Limits(min = 100, max = 128_000) Integer maxTokens,
        @Nullable @Limits(max = 4000) String systemPrompt,
        @Nullable @Limits(max = 50) List<@Limits(min = 1, max = 100) String> skills)
        implements Input {

    AgentDetails details(AgentDetails usual) {
        return new AgentDetails(
                provider,
                models == null ? usual.models() : named(models),
                requireNonNullElse(ChatSettingsInput.exact(temperature), usual.temperature()),
                requireNonNullElse(maxTokens, usual.maxTokens()),
                requireNonNullElse(systemPrompt, usual.systemPrompt()),
                requireNonNullElse(skills, usual.skills()));
    }

    private static SortedMap<String, String> named(Json.Obj given) {
        SortedMap<String, String> models = new TreeMap<>();
        given.members().forEach((provider, model) -> {
            if (!(model instanceof Json.Str(String name))) {
                throw new InvalidValue("models", "must hold the name of a model for each provider");
            }
            models.put(provider, name);
        });
        return models;
    }
}
