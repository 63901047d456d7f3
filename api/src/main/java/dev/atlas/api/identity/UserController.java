package dev.atlas.api.identity;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Parameters;
import dev.atlas.api.http.Requires;
import dev.atlas.api.http.SignedIn;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.identity.UserAdministration;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Committed;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/users")
final class UserController {

    private static final String USER = "user";

    private final UserAdministration users;

    UserController(Atlas atlas) {
        this.users = atlas.identity().users();
    }

    @Get
    @Requires(Permission.USER_VIEW)
    CompletableFuture<Listed<UserView>> list(
            Caller caller, Page page, @Nullable @QueryValue("include_inactive") String includeInactive) {
        return users.list(caller, page, Parameters.flag("include_inactive", includeInactive))
                .thenApply(slice -> Answers.page(slice, UserView::of));
    }

    @Post
    @Requires(Permission.USER_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<UserView> create(Caller caller, @Body UserInput user) {
        Committed<User> made = users.create(caller, user.wanted());
        User stored = made.value();
        return Answers.created(UserView.of(stored), stored.version(), made.position(), "/api/v1/users/" + stored.id());
    }

    /** Finds an active user by their exact name, to name them elsewhere. */
    @Get("/by-name/{username}")
    @SignedIn
    CompletableFuture<PersonView> lookUp(Caller caller, String username) {
        return users.lookUp(caller, username).thenApply(PersonView::of);
    }

    @Get("/{id}")
    @Requires(Permission.USER_VIEW)
    CompletableFuture<HttpResponse<UserView>> get(Caller caller, HttpRequest<?> request, String id) {
        return users.get(caller, Parameters.pathId(USER, id))
                .thenApply(user -> Answers.entity(request, UserView.of(user), user.version()));
    }

    @Patch("/{id}")
    @Requires(Permission.USER_MANAGE)
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<UserView> change(Caller caller, String id, IfMatch ifMatch, @Body UserPatch patch) {
        return shown(users.change(caller, Parameters.pathId(USER, id), patch.changes(), ifMatch.version()));
    }

    @Delete("/{id}")
    @Requires(Permission.USER_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> remove(Caller caller, String id, IfMatch ifMatch) {
        return Answers.done(users.remove(caller, Parameters.pathId(USER, id), ifMatch.version()));
    }

    @Put("/{id}/password")
    @Requires(Permission.USER_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<UserView> setPassword(Caller caller, String id, IfMatch ifMatch, @Body NewPassword password) {
        return shown(users.setPassword(caller, Parameters.pathId(USER, id), password.newPassword(), ifMatch.version()));
    }

    @Post("/{id}/activate")
    @Requires(Permission.USER_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<UserView> activate(Caller caller, String id, IfMatch ifMatch) {
        return shown(users.activate(caller, Parameters.pathId(USER, id), ifMatch.version()));
    }

    @Post("/{id}/deactivate")
    @Requires(Permission.USER_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<UserView> deactivate(Caller caller, String id, IfMatch ifMatch) {
        return shown(users.deactivate(caller, Parameters.pathId(USER, id), ifMatch.version()));
    }

    private static HttpResponse<UserView> shown(Committed<User> written) {
        User user = written.value();
        return Answers.changed(UserView.of(user), user.version(), written.position());
    }
}
