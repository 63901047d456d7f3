package dev.atlas.api.identity;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Paging;
import dev.atlas.api.http.SignedIn;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.identity.OwnTokens;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.PersonalToken;
import dev.atlas.domain.storage.Committed;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The caller's personal tokens. */
@Controller("/api/v1/me/tokens")
final class TokenController {

    /** A token to be made; it expires after 90 days unless it says otherwise. */
    public record PersonalTokenInput(
            @Limits(min = 1, max = 120) String label,
            @Limits(min = 1) List<Permission> scopes,
            @Nullable Instant expiresAt)
            implements Input {}

    private final OwnTokens tokens;

    TokenController(Atlas atlas) {
        this.tokens = atlas.identity().ownTokens();
    }

    @Get
    @Operation(
            id = "listOwnTokens",
            summary = "Lists the caller's personal tokens, newest first.",
            outcome = Outcome.SHOWN)
    @SignedIn
    CompletableFuture<Listed<PersonalTokenView>> list(Caller caller, Paging paging) {
        return tokens.list(caller, paging.page()).thenApply(slice -> paging.answer(slice, PersonalTokenView::of));
    }

    @Post
    @Operation(
            id = "createOwnToken",
            summary = "Makes a personal token and shows it, this once.",
            outcome = Outcome.CREATED)
    @SignedIn
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<PersonalTokenView> create(Caller caller, @Body PersonalTokenInput wanted) {
        Committed<OwnTokens.Made> made =
                tokens.create(caller, wanted.label(), Set.copyOf(wanted.scopes()), wanted.expiresAt());
        PersonalToken token = made.value().token();
        PersonalTokenView view = PersonalTokenView.of(token, made.value().text());
        return Answers.created(view, token.version(), made.position(), "/api/v1/me/tokens/" + token.id())
                .header("Cache-Control", "no-store");
    }

    @Get("/{id}")
    @Operation(
            id = "getOwnToken",
            summary = "Shows a personal token of the caller, without the token itself.",
            outcome = Outcome.FOUND)
    @SignedIn
    CompletableFuture<HttpResponse<PersonalTokenView>> get(
            Caller caller, HttpRequest<?> request, Id<PersonalToken> id) {
        return tokens.get(caller, id)
                .thenApply(token -> Answers.entity(request, PersonalTokenView.of(token), token.version()));
    }

    @Delete("/{id}")
    @Operation(id = "revokeOwnToken", summary = "Revokes a personal token of the caller.", outcome = Outcome.DONE)
    @SignedIn
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> revoke(Caller caller, Id<PersonalToken> id) {
        return Answers.done(tokens.revoke(caller, id));
    }
}
