package dev.atlas.api.identity;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Patch;
import dev.atlas.api.http.SignedIn;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.identity.Profile;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Committed;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The caller's own account. */
@Controller("/api/v1/me")
final class ProfileController {

    /** What the caller wants to be called, and where to be written to. */
    public record ProfilePatch(
            @Nullable @Limits(max = 120) String displayName,

            @Nullable @Limits(max = 320, pattern = "^\\s*$|@")
            String email,

            Patch patch)
            implements Input {}

    /** Both passwords, so that a session left open is not enough to take the account over. */
    public record PasswordChangeInput(
            String currentPassword,
            @Limits(min = 8, max = 1024) String newPassword) implements Input {}

    private final Profile profile;

    ProfileController(Atlas atlas) {
        this.profile = atlas.identity().profile();
    }

    /** Never answered with 304: permissions change with the role, while the user's version stays. */
    @Get
    @Operation(
            id = "getMe",
            summary = "Shows the caller, and what they may do at this moment.",
            outcome = Outcome.VERSIONED)
    @SignedIn
    CompletableFuture<HttpResponse<MeView>> get(Caller caller) {
        return profile.get(caller).thenApply(user -> HttpResponse.ok(MeView.of(user, caller))
                .header("ETag", "\"" + user.version() + "\""));
    }

    @io.micronaut.http.annotation.Patch
    @Operation(
            id = "patchMe",
            summary = "Changes what the caller is called and where they are written to.",
            outcome = Outcome.CHANGED)
    @SignedIn
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<MeView> change(Caller caller, IfMatch ifMatch, @Body ProfilePatch patch) {
        Committed<User> changed = profile.change(
                caller,
                patch.patch().of("display_name", patch.displayName()),
                patch.patch().of("email", patch.email()),
                ifMatch.version());
        User user = changed.value();
        return Answers.changed(MeView.of(user, caller), user.version(), changed.position());
    }

    /** Ends all sessions of the caller: they sign in again, with the new password. */
    @Put("/password")
    @Operation(
            id = "changeOwnPassword",
            summary = "Sets the caller's password and ends all their sessions.",
            outcome = Outcome.DONE,
            throttled = true)
    @SignedIn
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> changePassword(Caller caller, @Body PasswordChangeInput change) {
        return Answers.done(profile.changePassword(caller, change.currentPassword(), change.newPassword()));
    }
}
