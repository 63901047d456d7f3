package dev.atlas.contract.samples;

import dev.atlas.contract.samples.Link.WhenGone;
import dev.atlas.domain.Id;
import dev.atlas.domain.agents.AgentDetails;
import dev.atlas.domain.agents.AgentSettings;
import dev.atlas.domain.agents.ChatPreset;
import dev.atlas.domain.agents.ChatPresets;
import dev.atlas.domain.agents.PresetConfig;
import dev.atlas.domain.agents.PresetDetails;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.providers.ChatDefaults;
import dev.atlas.domain.storage.Repositories;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How agents answer, and presets of it. */
public final class AgentSamples {

    private static final List<String> AGENTS = List.of("ops", "triage", "engineer");
    private static final List<String> TOOLS = List.of("search_experiments", "list_projects", "tool2");
    private static final List<BigDecimal> TEMPERATURES =
            List.of(BigDecimal.ZERO, new BigDecimal("0.0"), new BigDecimal("0.700"), new BigDecimal("2"));

    public static final Port<String, AgentSettings> AGENT_SETTINGS = new Port<>(
            "agent_settings",
            Repositories::agentSettings,
            (samples, repositories) ->
                    new AgentSettings(samples.word(), details(samples), samples.instant(), samples.instant(), 0),
            List.of());

    public static final Port<Id<ChatPreset>, ChatPreset> PRESETS = new Port<>(
            "chat_presets",
            Repositories::chatPresets,
            AgentSamples::preset,
            List.of(UniqueValue.of(ChatPresets.NAME_PER_OWNER, "ownerId", "details.name")));

    public static final List<Port<?, ?>> PORTS = List.of(AGENT_SETTINGS, PRESETS);

    public static final List<Link<?, ?, ?>> LINKS =
            List.of(new Link<User, Id<User>, ChatPreset>(IdentitySamples.USERS, PRESETS, "ownerId", WhenGone.REMOVED));

    private AgentSamples() {}

    private static AgentDetails details(Samples samples) {
        SortedMap<String, String> models = new TreeMap<>();
        for (int i = samples.number(3); i > 0; i--) {
            models.put(samples.word(), samples.text());
        }
        return new AgentDetails(
                samples.maybe(samples::word),
                models,
                samples.oneOf(TEMPERATURES),
                tokens(samples),
                prompt(samples),
                samples.tags());
    }

    private static ChatPreset preset(Samples samples, Repositories repositories) {
        Id<User> owner = samples.maybe(() -> samples.referTo(IdentitySamples.USERS, repositories));
        PresetConfig config = new PresetConfig(
                samples.maybe(samples::word),
                samples.maybe(samples::text),
                samples.maybe(() -> samples.oneOf(TEMPERATURES)),
                samples.maybe(() -> tokens(samples)),
                samples.maybe(() -> prompt(samples)),
                samples.chance(),
                TOOLS.subList(0, samples.number(TOOLS.size())));
        PresetDetails details = new PresetDetails(
                samples.text(), samples.maybe(samples::text), samples.oneOf(AGENTS), samples.chance(), config);
        return new ChatPreset(samples.id(), owner, details, samples.instant(), samples.instant(), 0);
    }

    private static int tokens(Samples samples) {
        return ChatDefaults.LEAST_TOKENS + samples.number(1000);
    }

    private static String prompt(Samples samples) {
        return samples.chance() ? "" : " " + samples.text() + "\n";
    }
}
