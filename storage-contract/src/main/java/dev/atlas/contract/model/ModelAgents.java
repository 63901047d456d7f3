package dev.atlas.contract.model;

import dev.atlas.contract.samples.AgentSamples;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.agents.AgentSettings;
import dev.atlas.domain.agents.AgentSettingsById;
import dev.atlas.domain.agents.ChatPreset;
import dev.atlas.domain.agents.ChatPresets;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.RecordKey;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How agents answer, and presets of it. */
final class ModelAgents {

    private ModelAgents() {}

    static Map<String, Object> ports(Model model) {
        return Map.of("agentSettings", new AllAgentSettings(model), "chatPresets", new AllPresets(model));
    }

    private static final class AllAgentSettings extends ModelAggregates<String, AgentSettings>
            implements AgentSettingsById {
        AllAgentSettings(Model model) {
            super(AgentSamples.AGENT_SETTINGS, model);
        }

        /** Text is ordered by its bytes. */
        @Override
        public List<AgentSettings> all() {
            return where(settings -> true)
                    .sorted(Comparator.comparing(settings -> (RecordKey) new RecordKey.OfText(settings.agent())))
                    .toList();
        }
    }

    private static final class AllPresets extends ModelAggregates<Id<ChatPreset>, ChatPreset> implements ChatPresets {
        AllPresets(Model model) {
            super(AgentSamples.PRESETS, model);
        }

        @Override
        public Slice<ChatPreset> ownedBy(@Nullable Id<User> owner, @Nullable String agent, Page page) {
            return newestFirst(
                    page,
                    ChatPreset::createdAt,
                    preset -> Objects.equals(preset.ownerId(), owner) && of(preset, agent));
        }

        @Override
        public Slice<ChatPreset> shared(@Nullable String agent, Page page) {
            return newestFirst(
                    page, ChatPreset::createdAt, preset -> preset.details().shared() && of(preset, agent));
        }

        private static boolean of(ChatPreset preset, @Nullable String agent) {
            return agent == null || preset.details().agent().equals(agent);
        }
    }
}
