package dev.atlas.api.identity;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Parameters;
import dev.atlas.api.http.SignedIn;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.identity.OwnSessions;
import dev.atlas.domain.Page;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CompletableFuture;

@Controller("/api/v1/me/sessions")
final class SessionController {

    private final OwnSessions sessions;

    SessionController(Atlas atlas) {
        this.sessions = atlas.identity().ownSessions();
    }

    @Get
    @SignedIn
    CompletableFuture<Listed<SessionView>> list(Caller caller, Page page) {
        return sessions.list(caller, page)
                .thenApply(slice -> Answers.page(slice, session -> SessionView.of(session, caller)));
    }

    @Delete("/{id}")
    @SignedIn
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> end(Caller caller, String id) {
        return Answers.done(sessions.end(caller, Parameters.pathId("session", id)));
    }
}
