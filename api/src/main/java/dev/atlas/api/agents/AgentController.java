package dev.atlas.api.agents;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.agents.AgentAdministration;
import dev.atlas.application.agents.EffectiveAgent;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Committed;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CompletableFuture;

/** Who answers in chats. */
@Controller("/api/v1/chat/agents")
final class AgentController {

    private final AgentAdministration agents;

    AgentController(Atlas atlas) {
        this.agents = atlas.agents().administration();
    }

    @Get
    @Operation(
            id = "listAgents",
            summary = "Lists the agents, that first which answers if none is named.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.CHAT_USE)
    CompletableFuture<Listed<AgentView>> list(Caller caller) {
        return agents.list(caller)
                .thenApply(all -> new Listed<>(all.stream().map(AgentView::of).toList(), null));
    }

    @Get("/{agent}")
    @Operation(id = "getAgent", summary = "Shows an agent and how it answers.", outcome = Outcome.FOUND)
    @Requires(Permission.CHAT_USE)
    CompletableFuture<HttpResponse<AgentView>> get(Caller caller, HttpRequest<?> request, String agent) {
        return agents.get(caller, agent)
                .thenApply(found -> Answers.entity(request, AgentView.of(found), found.version()));
    }

    @Put("/{agent}")
    @Operation(id = "putAgent", summary = "Says how an agent answers.", outcome = Outcome.CHANGED)
    @Requires(Permission.CHAT_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<AgentView> put(Caller caller, String agent, IfMatch ifMatch, @Body AgentInput input) {
        Committed<EffectiveAgent> put = agents.put(caller, agent, input::details, ifMatch.version());
        return Answers.changed(AgentView.of(put.value()), put.value().version(), put.position());
    }

    @Delete("/{agent}")
    @Operation(
            id = "resetAgent",
            summary = "Forgets what was said of an agent; it answers as usual again.",
            outcome = Outcome.DONE)
    @Requires(Permission.CHAT_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> reset(Caller caller, String agent, IfMatch ifMatch) {
        return Answers.done(agents.reset(caller, agent, ifMatch.version()));
    }
}
