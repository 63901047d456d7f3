package dev.atlas.api.identity;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Input;
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
            @Nullable String displayName, @Nullable String email, Patch patch) implements Input {}

    /** Both passwords, so that a session left open is not enough to take the account over. */
    public record PasswordChange(String currentPassword, String newPassword) implements Input {}

    private final Profile profile;

    ProfileController(Atlas atlas) {
        this.profile = atlas.identity().profile();
    }

    /** Never answered with 304: permissions change with the role, while the user's version stays. */
    @Get
    @SignedIn
    CompletableFuture<HttpResponse<MeView>> get(Caller caller) {
        return profile.get(caller).thenApply(user -> HttpResponse.ok(MeView.of(user, caller))
                .header("ETag", "\"" + user.version() + "\""));
    }

    @io.micronaut.http.annotation.Patch
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
    @SignedIn
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> changePassword(Caller caller, @Body PasswordChange change) {
        return Answers.done(profile.changePassword(caller, change.currentPassword(), change.newPassword()));
    }
}
