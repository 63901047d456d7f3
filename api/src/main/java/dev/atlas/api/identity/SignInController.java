package dev.atlas.api.identity;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.Input;
import dev.atlas.api.http.Open;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.SignedIn;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.identity.IdentityUseCases;
import dev.atlas.application.identity.Tokens;
import dev.atlas.domain.storage.Committed;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Signing in and out. Answers hold tokens, so nobody on the way may keep them. */
@Controller("/api/v1/auth")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignInController {

    /** Who wants to sign in. */
    public record LoginInput(String username, String password) implements Input {}

    /** The refresh token to be exchanged. */
    public record RefreshInput(String refreshToken) implements Input {}

    private final IdentityUseCases identity;

    SignInController(Atlas atlas) {
        this.identity = atlas.identity();
    }

    @Post("/login")
    @Operation(
            id = "login",
            summary = "Signs in with a name and a password.",
            outcome = Outcome.WRITTEN,
            throttled = true)
    @Open
    HttpResponse<TokensView> signIn(Caller.Origin origin, @Body LoginInput credentials) {
        return shown(identity.signIn().signIn(credentials.username(), credentials.password(), origin));
    }

    @Post("/refresh")
    @Operation(id = "refresh", summary = "Exchanges a refresh token, once, for new tokens.", outcome = Outcome.WRITTEN)
    @Open
    HttpResponse<TokensView> renew(Caller.Origin origin, @Body RefreshInput renewal) {
        return shown(identity.sessionRenewal().renew(renewal.refreshToken(), origin));
    }

    @Post("/logout")
    @Operation(id = "logout", summary = "Ends the session of this request.", outcome = Outcome.DONE)
    @SignedIn
    HttpResponse<Void> signOut(Caller caller) {
        return Answers.done(identity.ownSessions().signOut(caller));
    }

    private static HttpResponse<TokensView> shown(Committed<Tokens> tokens) {
        return HttpResponse.ok(TokensView.of(tokens.value()))
                .header("Cache-Control", "no-store")
                .header(Answers.POSITION, tokens.position().text());
    }
}
