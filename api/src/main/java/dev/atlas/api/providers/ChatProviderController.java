package dev.atlas.api.providers;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.identity.Placed;
import dev.atlas.application.providers.ModelCalls;
import dev.atlas.application.providers.ProviderAdministration;
import dev.atlas.domain.identity.Permission;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CompletableFuture;

/** The providers whose models are asked. */
@Controller("/api/v1/chat/providers")
final class ChatProviderController {

    private final ProviderAdministration providers;
    private final ModelCalls calls;

    ChatProviderController(Atlas atlas) {
        this.providers = atlas.providers().administration();
        this.calls = atlas.providers().calls();
    }

    @Get
    @Operation(
            id = "listChatProviders",
            summary = "Lists the providers, and whether the caller has a key for each.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.CHAT_USE)
    CompletableFuture<Listed<ChatProviderView>> list(Caller caller) {
        return providers
                .list(caller)
                .thenApply(all -> new Listed<>(
                        all.stream()
                                .map(each -> ChatProviderView.of(caller, each))
                                .toList(),
                        null));
    }

    @Get("/{provider}")
    @Operation(id = "getChatProvider", summary = "Shows a provider, without its key.", outcome = Outcome.FOUND)
    @Requires(Permission.CHAT_USE)
    CompletableFuture<HttpResponse<ChatProviderView>> get(Caller caller, HttpRequest<?> request, String provider) {
        return providers.get(caller, provider).thenApply(found -> {
            ChatProviderView view = ChatProviderView.of(caller, found);
            return Answers.entity(request, view, view.version());
        });
    }

    @Put("/{provider}")
    @Operation(
            id = "putChatProvider",
            summary =
                    "Sets a provider up, or says anew all that is said of it. Where it is needs credential.manage, too.",
            outcome = Outcome.PLACED)
    @Requires(Permission.CHAT_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<ChatProviderView> put(Caller caller, String provider, IfMatch ifMatch, @Body ChatProviderInput input) {
        return placed(caller, providers.put(caller, provider, input.kind(), input::details, ifMatch.version()));
    }

    @Patch("/{provider}")
    @Operation(
            id = "patchChatProvider",
            summary = "Changes what is said of a provider. Where it is needs credential.manage, too.",
            outcome = Outcome.CHANGED)
    @Requires(Permission.CHAT_MANAGE)
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<ChatProviderView> change(
            Caller caller, String provider, IfMatch ifMatch, @Body ChatProviderPatch patch) {
        return placed(caller, providers.change(caller, provider, patch.change(), ifMatch.version()));
    }

    private static HttpResponse<ChatProviderView> placed(
            Caller caller, Committed<Placed<ProviderAdministration.Shown>> put) {
        ChatProviderView view = ChatProviderView.of(caller, put.value().stored());
        return put.value().added()
                ? Answers.created(view, view.version(), put.position(), "/api/v1/chat/providers/" + view.id())
                : Answers.changed(view, view.version(), put.position());
    }

    @Delete("/{provider}")
    @Operation(
            id = "deleteChatProvider",
            summary = "Forgets what is said of a provider; one that everybody knows stays, as it usually is.",
            outcome = Outcome.DONE)
    @Requires(Permission.CHAT_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> remove(Caller caller, String provider, IfMatch ifMatch) {
        return Answers.done(providers.remove(caller, provider, ifMatch.version()));
    }

    @Get("/{provider}/models")
    @Operation(
            id = "listProviderModels",
            summary = "Asks the provider which models it offers, with the key that counts for the caller.",
            outcome = Outcome.SHOWN,
            throttled = true)
    @Requires(Permission.CHAT_USE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    Listed<OfferedModelView> models(Caller caller, String provider) {
        return new Listed<>(
                calls.models(caller, provider).stream()
                        .map(OfferedModelView::of)
                        .toList(),
                null);
    }

    @Post("/{provider}/test")
    @Operation(
            id = "testChatProvider",
            summary = "Tries whether the provider is there and takes the key, or another one, which is not kept.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.CHAT_USE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    ProviderTestView test(Caller caller, String provider, @Body ProviderTestInput input) {
        return ProviderTestView.of(calls.test(caller, provider, input.key()));
    }
}
