package dev.atlas.api.identity;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.identity.Placed;
import dev.atlas.application.identity.SecretAdministration;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.SecretName;
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

@Controller("/api/v1/secrets")
final class SecretController {

    /** The value to be kept. */
    public record SecretInput(@Limits(min = 1) String value) implements Input {

        /** Leaves it out. */
        @Override
        public String toString() {
            return "SecretInput[]";
        }
    }

    private final SecretAdministration secrets;

    SecretController(Atlas atlas) {
        this.secrets = atlas.identity().secrets();
    }

    @Get
    @Operation(id = "listSecrets", summary = "Lists the names of all secrets.", outcome = Outcome.SHOWN)
    @Requires(Permission.SECRET_MANAGE)
    CompletableFuture<Listed<SecretView>> list(Caller caller) {
        return secrets.list(caller)
                .thenApply(all -> new Listed<>(all.stream().map(SecretView::of).toList(), null));
    }

    @Get("/{name}")
    @Operation(
            id = "getSecret",
            summary = "Shows that there is a secret of this name, without its value.",
            outcome = Outcome.FOUND)
    @Requires(Permission.SECRET_MANAGE)
    CompletableFuture<HttpResponse<SecretView>> get(Caller caller, HttpRequest<?> request, String name) {
        return secrets.get(caller, existing(name))
                .thenApply(shown -> Answers.entity(
                        request, SecretView.of(shown), shown.secret().version()));
    }

    @Put("/{name}")
    @Operation(id = "putSecret", summary = "Keeps a value under this name, encrypted.", outcome = Outcome.PLACED)
    @Requires(Permission.SECRET_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<SecretView> put(Caller caller, String name, IfMatch ifMatch, @Body SecretInput input) {
        SecretName named = new SecretName(name);
        Committed<Placed<SecretAdministration.Shown>> put =
                secrets.put(caller, named, input.value(), ifMatch.version());
        SecretView view = SecretView.of(put.value().stored());
        return put.value().added()
                ? Answers.created(
                        view, view.version(), put.position(), "/api/v1/secrets/" + Names.inPath(named.value()))
                : Answers.changed(view, view.version(), put.position());
    }

    @Delete("/{name}")
    @Operation(id = "deleteSecret", summary = "Forgets the secret of this name.", outcome = Outcome.DONE)
    @Requires(Permission.SECRET_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> remove(Caller caller, String name, IfMatch ifMatch) {
        return Answers.done(secrets.remove(caller, existing(name), ifMatch.version()));
    }

    private static SecretName existing(String name) {
        return Names.existing("secret", () -> new SecretName(name));
    }
}
