package dev.atlas.api.identity;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.SignedIn;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.identity.OwnCredentials;
import dev.atlas.application.identity.Placed;
import dev.atlas.domain.identity.Provider;
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

/** The caller's credentials at providers. */
@Controller("/api/v1/me/credentials")
final class OwnCredentialController {

    private static final String CREDENTIAL = "credential";

    private final OwnCredentials credentials;

    OwnCredentialController(Atlas atlas) {
        this.credentials = atlas.identity().ownCredentials();
    }

    @Get
    @Operation(
            id = "listOwnCredentials",
            summary = "Lists the caller's credentials at providers, without their values.",
            outcome = Outcome.SHOWN)
    @SignedIn
    CompletableFuture<Listed<CredentialView>> list(Caller caller) {
        return credentials
                .list(caller)
                .thenApply(
                        all -> new Listed<>(all.stream().map(CredentialView::of).toList(), null));
    }

    @Get("/{provider}")
    @Operation(
            id = "getOwnCredential",
            summary = "Shows that the caller has a credential at this provider, without its value.",
            outcome = Outcome.FOUND)
    @SignedIn
    CompletableFuture<HttpResponse<CredentialView>> get(Caller caller, HttpRequest<?> request, String provider) {
        return credentials
                .get(caller, existing(provider))
                .thenApply(shown -> Answers.entity(
                        request, CredentialView.of(shown), shown.credential().version()));
    }

    @Put("/{provider}")
    @Operation(
            id = "putOwnCredential",
            summary = "Keeps what the caller signs in to this provider with, encrypted.",
            outcome = Outcome.PLACED)
    @SignedIn
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<CredentialView> put(Caller caller, String provider, IfMatch ifMatch, @Body CredentialInput input) {
        Provider named = new Provider(provider);
        Committed<Placed<OwnCredentials.Shown>> put =
                credentials.put(caller, named, input.secret(), input.label(), ifMatch.version());
        CredentialView view = CredentialView.of(put.value().stored());
        return put.value().added()
                ? Answers.created(
                        view, view.version(), put.position(), "/api/v1/me/credentials/" + Names.inPath(named.value()))
                : Answers.changed(view, view.version(), put.position());
    }

    @Delete("/{provider}")
    @Operation(
            id = "deleteOwnCredential",
            summary = "Forgets the caller's credential at this provider.",
            outcome = Outcome.DONE)
    @SignedIn
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> remove(Caller caller, String provider, IfMatch ifMatch) {
        return Answers.done(credentials.remove(caller, existing(provider), ifMatch.version()));
    }

    private static Provider existing(String provider) {
        return Names.existing(CREDENTIAL, () -> new Provider(provider));
    }
}
