package dev.atlas.api.identity;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.Input;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Parameters;
import dev.atlas.api.http.SignedIn;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.identity.OwnTokens;
import dev.atlas.domain.Page;
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
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The caller's personal tokens. */
@Controller("/api/v1/me/tokens")
final class TokenController {

    private static final String TOKEN = "token";

    /** A token to be made; it expires after 90 days unless it says otherwise. */
    public record NewToken(
            String label, List<String> scopes, @Nullable Instant expiresAt) implements Input {}

    private final OwnTokens tokens;

    TokenController(Atlas atlas) {
        this.tokens = atlas.identity().ownTokens();
    }

    @Get
    @SignedIn
    CompletableFuture<Listed<TokenView>> list(Caller caller, Page page) {
        return tokens.list(caller, page).thenApply(slice -> Answers.page(slice, TokenView::of));
    }

    @Post
    @SignedIn
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<TokenView> create(Caller caller, @Body NewToken wanted) {
        Committed<OwnTokens.Made> made = tokens.create(
                caller, wanted.label(), PermissionView.named("scopes", wanted.scopes()), wanted.expiresAt());
        PersonalToken token = made.value().token();
        TokenView view = TokenView.of(token, made.value().text());
        return Answers.created(view, token.version(), made.position(), "/api/v1/me/tokens/" + token.id())
                .header("Cache-Control", "no-store");
    }

    @Get("/{id}")
    @SignedIn
    CompletableFuture<HttpResponse<TokenView>> get(Caller caller, HttpRequest<?> request, String id) {
        return tokens.get(caller, Parameters.pathId(TOKEN, id))
                .thenApply(token -> Answers.entity(request, TokenView.of(token), token.version()));
    }

    @Delete("/{id}")
    @SignedIn
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> revoke(Caller caller, String id) {
        return Answers.done(tokens.revoke(caller, Parameters.pathId(TOKEN, id)));
    }
}
