package dev.atlas.application.chat;

import dev.atlas.application.Caller;
import dev.atlas.application.agents.EffectiveAgent;
import dev.atlas.application.agents.PresetCatalog;
import dev.atlas.application.providers.ModelCalls;
import dev.atlas.application.tools.Tool;
import dev.atlas.application.tools.ToolCatalog;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.agents.Agent;
import dev.atlas.domain.agents.AgentDetails;
import dev.atlas.domain.agents.ChatPreset;
import dev.atlas.domain.agents.PresetConfig;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.providers.ChatDefaults;
import dev.atlas.domain.storage.Repositories;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who answers a turn, and how: as the request says, else the preset, else the chat, else the agent, else the settings.
 *
 * @param agent absent for a model by itself
 * @param model absent if nobody says which
 */
record Voice(
        @Nullable Agent agent,
        String provider,
        @Nullable String model,
        int maxTokens,
        BigDecimal temperature,
        String prompt,
        List<Tool> tools) {

    /** Code points of what an agent keeps of a chat, as its model is told of it. */
    private static final int LONGEST_STATE = 4000;

    private static final PresetConfig NO_PRESET = new PresetConfig(null, null, null, null, null, true, List.of());

    /**
     * Throws {@link dev.atlas.application.Refusal.NotFound} {@code preset.not_found}, {@code provider.not_found}; {@link
     * InvalidValue} naming {@code agent} or {@code preset}.
     *
     * @param chat absent if it begins with the turn
     */
    static Voice of(
            Repositories from,
            Caller caller,
            TurnRequest request,
            @Nullable ChatSession chat,
            ChatDefaults defaults,
            ToolCatalog tools,
            ModelCalls calls) {
        ChatPreset preset = request.preset() == null ? null : PresetCatalog.visible(from, caller, request.preset());
        PresetConfig config = preset == null ? NO_PRESET : preset.details().config();
        Agent agent = agent(request, preset, chat);
        AgentDetails details =
                agent == null ? null : EffectiveAgent.of(from, agent).details();
        String ofAgent = details == null ? null : details.provider();
        String ofChat = first(chat == null ? null : chat.provider(), ofAgent, defaults.defaultProvider());
        String ofPreset = first(config.provider(), ofChat);
        String provider = first(request.provider(), ofPreset);
        String model = optional(
                        request.model(),
                        provider.equals(ofPreset) ? config.model() : null,
                        chat != null && provider.equals(ofChat) ? chat.model() : null,
                        details == null ? null : details.models().get(provider))
                .or(() -> calls.defaultModel(from, provider))
                .orElse(null);
        Integer maxTokens = optional(
                        request.maxTokens(), config.maxTokens(), details == null ? null : (Integer) details.maxTokens())
                .orElse(defaults.maxTokens());
        BigDecimal temperature = optional(
                        request.temperature(), config.temperature(), details == null ? null : details.temperature())
                .orElse(defaults.temperature());
        String prompt = optional(
                        request.systemPrompt(), config.systemPrompt(), details == null ? null : details.systemPrompt())
                .orElse(defaults.systemPrompt());
        boolean usesTools = defaults.toolsEnabled()
                && Objects.requireNonNullElse(request.toolsEnabled(), details != null && config.toolsEnabled());
        List<Tool> offered = !usesTools
                ? List.of()
                : tools.offered(
                        caller, details == null ? tools.categories() : Set.copyOf(details.skills()), config.tools());
        return new Voice(
                agent,
                provider,
                model,
                maxTokens,
                temperature,
                agent == null || chat == null ? prompt : withState(prompt, chat.variables()),
                offered);
    }

    private static @Nullable Agent agent(TurnRequest request, @Nullable ChatPreset preset, @Nullable ChatSession chat) {
        String wanted = request.agent();
        if (preset != null) {
            String ofPreset = preset.details().agent();
            if (wanted != null && !wanted.equals(ofPreset)) {
                throw new InvalidValue("preset", "must be one of the agent " + wanted);
            }
            return Agent.of("preset", ofPreset);
        }
        if (wanted != null) {
            return Agent.of("agent", wanted);
        }
        return chat == null || chat.agent() == null
                ? null
                : Agent.of(chat.agent()).orElse(null);
    }

    private static String withState(String prompt, Json.Obj variables) {
        String state = variables.text();
        return variables.members().isEmpty() || state.length() > LONGEST_STATE
                ? prompt
                : (prompt + "\n\nWhat is known in this chat: " + state).strip();
    }

    private static String first(@Nullable String... wanted) {
        return Stream.of(wanted).filter(Objects::nonNull).findFirst().orElseThrow();
    }

    @SafeVarargs
    private static <T> Optional<T> optional(@Nullable T... wanted) {
        for (T each : wanted) {
            if (each != null) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** As usage records name what called. */
    String app() {
        return app(agentId());
    }

    /** As usage records name what this agent answers. */
    static String app(@Nullable String agent) {
        return agent == null ? "atlas-chat" : "playground/" + agent;
    }

    @Nullable
    String agentId() {
        return agent == null ? null : agent.id();
    }
}
