package dev.atlas.api.identity;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Paging;
import dev.atlas.api.http.SignedIn;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.identity.OwnSessions;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Session;
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
    @Operation(
            id = "listOwnSessions",
            summary = "Lists where the caller is signed in, newest first.",
            outcome = Outcome.SHOWN)
    @SignedIn
    CompletableFuture<Listed<SessionView>> list(Caller caller, Paging paging) {
        return sessions.list(caller, paging.page())
                .thenApply(slice -> paging.answer(slice, session -> SessionView.of(session, caller)));
    }

    @Delete("/{id}")
    @Operation(id = "endOwnSession", summary = "Signs the caller out of one session.", outcome = Outcome.DONE)
    @SignedIn
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> end(Caller caller, Id<Session> id) {
        return Answers.done(sessions.end(caller, id));
    }
}
