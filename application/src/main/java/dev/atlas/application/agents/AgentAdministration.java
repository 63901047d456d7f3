package dev.atlas.application.agents;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.identity.Audit;
import dev.atlas.application.providers.ProviderAdministration;
import dev.atlas.domain.Json;
import dev.atlas.domain.agents.Agent;
import dev.atlas.domain.agents.AgentDetails;
import dev.atlas.domain.agents.AgentSettings;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Committed;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The agents, and saying how they answer. */
public final class AgentAdministration {

    private final Foundation foundation;
    private final ProviderAdministration providers;
    private final Audit audit;

    AgentAdministration(Foundation foundation, ProviderAdministration providers, Audit audit) {
        this.foundation = foundation;
        this.providers = providers;
        this.audit = audit;
    }

    /** All, the usual one first. */
    public CompletableFuture<List<EffectiveAgent>> list(Caller caller) {
        caller.require(Permission.CHAT_USE);
        return foundation.storage().readAsync(from -> Stream.of(Agent.values())
                .map(agent -> EffectiveAgent.of(from, agent))
                .toList());
    }

    /** One of them. Throws {@link Refusal.NotFound} {@code agent.not_found}. */
    public CompletableFuture<EffectiveAgent> get(Caller caller, String id) {
        caller.require(Permission.CHAT_USE);
        Agent agent = known(id);
        return foundation.storage().readAsync(from -> EffectiveAgent.of(from, agent));
    }

    /**
     * Says how an agent answers.
     *
     * @param details made of how it answers unless anything is said
     * @throws Refusal.NotFound {@code agent.not_found}
     * @throws Refusal.Stale if it is not of the version {@code ifVersion}
     * @throws dev.atlas.domain.InvalidValue for a provider that is not there
     */
    public Committed<EffectiveAgent> put(
            Caller caller, String id, UnaryOperator<AgentDetails> details, @Nullable Long ifVersion) {
        caller.require(Permission.CHAT_MANAGE);
        Agent agent = known(id);
        AgentDetails wanted = details.apply(agent.usual());
        return foundation.storage().write(to -> {
            Optional<AgentSettings> old = to.agentSettings().find(agent.id());
            EffectiveAgent before = EffectiveAgent.of(agent, old);
            Refusal.Stale.unless(ifVersion, before.version());
            providers.mustBeThere(to, "provider", wanted.provider());
            Instant now = foundation.now();
            AgentSettings after = old.map(found -> found.with(wanted, now))
                    .orElseGet(() -> new AgentSettings(agent.id(), wanted, now, now, 0));
            if (old.filter(after::equals).isPresent()) {
                return before;
            }
            AgentSettings stored = old.isPresent()
                    ? to.agentSettings().replace(after)
                    : to.agentSettings().add(after);
            Changes changes = Changes.between(members(before.details()), members(wanted));
            audit.record(to, caller, "agent.set", resource(agent), changes);
            return EffectiveAgent.of(agent, Optional.of(stored));
        });
    }

    /**
     * Forgets what was said of an agent: it answers as usual again.
     *
     * @throws Refusal.NotFound {@code agent.not_found}, also if nothing is said of it
     * @throws Refusal.Stale if it is not of the version {@code ifVersion}
     */
    public Committed<EffectiveAgent> reset(Caller caller, String id, @Nullable Long ifVersion) {
        caller.require(Permission.CHAT_MANAGE);
        Agent agent = known(id);
        return foundation.storage().write(to -> {
            EffectiveAgent before = EffectiveAgent.of(to, agent);
            Refusal.Stale.unless(ifVersion, before.version());
            if (!to.agentSettings().remove(agent.id())) {
                throw new Refusal.NotFound("agent.not_found", "Nothing is said of this agent.");
            }
            Changes changes = Changes.between(members(before.details()), members(agent.usual()));
            audit.record(to, caller, "agent.reset", resource(agent), changes);
            return EffectiveAgent.of(agent, Optional.empty());
        });
    }

    private static Agent known(String id) {
        return Agent.of(id).orElseThrow(() -> new Refusal.NotFound("agent.not_found", "There is no such agent."));
    }

    private static Resource resource(Agent agent) {
        return new Resource("agent", agent.id());
    }

    /** By the names they have on the wire. */
    private static SequencedMap<String, Json> members(AgentDetails details) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        if (details.provider() != null) {
            members.put("provider", new Json.Str(details.provider()));
        }
        SequencedMap<String, Json> models = new LinkedHashMap<>();
        details.models().forEach((provider, model) -> models.put(provider, new Json.Str(model)));
        members.put("models", new Json.Obj(models));
        members.put("temperature", new Json.Num(details.temperature()));
        members.put("max_tokens", Json.Num.of(details.maxTokens()));
        members.put("system_prompt", new Json.Str(details.systemPrompt()));
        members.put(
                "skills",
                new Json.Arr(details.skills().stream().<Json>map(Json.Str::new).toList()));
        return members;
    }
}
