package dev.atlas.api.identity;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Once;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Paging;
import dev.atlas.api.http.Query;
import dev.atlas.api.http.Requires;
import dev.atlas.api.http.SignedIn;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.identity.UserAdministration;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Committed;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CompletableFuture;

@Controller("/api/v1/users")
final class UserController {

    private final UserAdministration users;

    UserController(Atlas atlas) {
        this.users = atlas.identity().users();
    }

    @Get
    @Operation(id = "listUsers", summary = "Lists users, newest first.", outcome = Outcome.SHOWN)
    @Requires(Permission.USER_VIEW)
    CompletableFuture<Listed<UserView>> list(
            Caller caller,
            Paging paging,
            @Query(value = "Those who may not sign in too.", standard = "false") boolean includeInactive) {
        return users.list(caller, paging.page(), includeInactive)
                .thenApply(slice -> paging.answer(slice, UserView::of));
    }

    @Post
    @Operation(id = "createUser", summary = "Makes an active user.", outcome = Outcome.CREATED, throttled = true)
    @Requires(Permission.USER_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<UserView> create(Caller caller, Once once, @Body UserInput user) {
        return once.answer(() -> users.create(caller, user.wanted()), UserController::made);
    }

    private static MutableHttpResponse<UserView> made(User user) {
        return Answers.created(UserView.of(user), user.version(), "/api/v1/users/" + user.id());
    }

    /** Finds an active user by their exact name, to name them elsewhere. */
    @Get("/by-name/{username}")
    @Operation(
            id = "findUserByName",
            summary = "Finds an active user by their exact name, to name them elsewhere.",
            outcome = Outcome.SHOWN)
    @SignedIn
    CompletableFuture<PersonView> lookUp(Caller caller, String username) {
        return users.lookUp(caller, username).thenApply(PersonView::of);
    }

    @Get("/{id}")
    @Operation(id = "getUser", summary = "Shows a user.", outcome = Outcome.FOUND)
    @Requires(Permission.USER_VIEW)
    CompletableFuture<HttpResponse<UserView>> get(Caller caller, HttpRequest<?> request, Id<User> id) {
        return users.get(caller, id).thenApply(user -> Answers.entity(request, UserView.of(user), user.version()));
    }

    @Patch("/{id}")
    @Operation(id = "patchUser", summary = "Changes a user's profile or role.", outcome = Outcome.CHANGED)
    @Requires(Permission.USER_MANAGE)
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<UserView> change(Caller caller, Id<User> id, IfMatch ifMatch, @Body UserPatch patch) {
        return shown(users.change(caller, id, patch.changes(), ifMatch.version()));
    }

    @Delete("/{id}")
    @Operation(id = "deleteUser", summary = "Removes a user who owns no projects.", outcome = Outcome.DONE)
    @Requires(Permission.USER_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> remove(Caller caller, Id<User> id, IfMatch ifMatch) {
        return Answers.done(users.remove(caller, id, ifMatch.version()));
    }

    @Put("/{id}/password")
    @Operation(
            id = "setUserPassword",
            summary = "Sets a user's password and ends all their sessions.",
            outcome = Outcome.CHANGED,
            throttled = true)
    @Requires(Permission.USER_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<UserView> setPassword(Caller caller, Id<User> id, IfMatch ifMatch, @Body PasswordInput password) {
        return shown(users.setPassword(caller, id, password.newPassword(), ifMatch.version()));
    }

    @Post("/{id}/activate")
    @Operation(id = "activateUser", summary = "Lets a user sign in again.", outcome = Outcome.CHANGED)
    @Requires(Permission.USER_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<UserView> activate(Caller caller, Once once, Id<User> id, IfMatch ifMatch) {
        return once.answer(() -> users.activate(caller, id, ifMatch.version()), UserController::left);
    }

    @Post("/{id}/deactivate")
    @Operation(id = "deactivateUser", summary = "Keeps a user from doing anything, at once.", outcome = Outcome.CHANGED)
    @Requires(Permission.USER_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<UserView> deactivate(Caller caller, Once once, Id<User> id, IfMatch ifMatch) {
        return once.answer(() -> users.deactivate(caller, id, ifMatch.version()), UserController::left);
    }

    private static HttpResponse<UserView> shown(Committed<User> written) {
        return Answers.at(written.position(), left(written.value()));
    }

    private static MutableHttpResponse<UserView> left(User user) {
        return Answers.changed(UserView.of(user), user.version());
    }
}
