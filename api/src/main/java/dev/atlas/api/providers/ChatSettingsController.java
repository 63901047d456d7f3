package dev.atlas.api.providers;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.providers.ChatSettingsAdministration;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Committed;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CompletableFuture;

/** How chats are answered where nobody says otherwise. */
@Controller("/api/v1/chat/settings")
final class ChatSettingsController {

    private final ChatSettingsAdministration settings;

    ChatSettingsController(Atlas atlas) {
        this.settings = atlas.providers().settings();
    }

    @Get
    @Operation(
            id = "getChatSettings",
            summary = "Shows how chats are answered where nobody says otherwise.",
            outcome = Outcome.FOUND)
    @Requires(Permission.CHAT_USE)
    CompletableFuture<HttpResponse<ChatSettingsView>> get(Caller caller, HttpRequest<?> request) {
        return settings.get(caller)
                .thenApply(current -> Answers.entity(request, ChatSettingsView.of(current), current.version()));
    }

    @Put
    @Operation(
            id = "putChatSettings",
            summary = "Sets how chats are answered where nobody says otherwise.",
            outcome = Outcome.CHANGED)
    @Requires(Permission.CHAT_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<ChatSettingsView> put(Caller caller, IfMatch ifMatch, @Body ChatSettingsInput input) {
        return changed(settings.put(caller, input.defaults(), ifMatch.version()));
    }

    @Patch
    @Operation(
            id = "patchChatSettings",
            summary = "Changes how chats are answered where nobody says otherwise.",
            outcome = Outcome.CHANGED)
    @Requires(Permission.CHAT_MANAGE)
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<ChatSettingsView> change(Caller caller, IfMatch ifMatch, @Body ChatSettingsPatch patch) {
        return changed(settings.change(caller, patch.change(), ifMatch.version()));
    }

    private static HttpResponse<ChatSettingsView> changed(Committed<ChatSettingsAdministration.Current> changed) {
        ChatSettingsView view = ChatSettingsView.of(changed.value());
        return Answers.changed(view, view.version(), changed.position());
    }
}
