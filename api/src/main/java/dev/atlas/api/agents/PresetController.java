package dev.atlas.api.agents;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.IfMatch;
import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Once;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Paging;
import dev.atlas.api.http.Query;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.agents.PresetCatalog;
import dev.atlas.domain.Id;
import dev.atlas.domain.agents.ChatPreset;
import dev.atlas.domain.identity.Permission;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Presets of how agents answer. */
@Controller("/api/v1/chat/presets")
final class PresetController {

    private final PresetCatalog presets;

    PresetController(Atlas atlas) {
        this.presets = atlas.agents().presets();
    }

    @Post
    @Operation(
            id = "createPreset",
            summary = "Makes a preset of the caller's; one of the system needs chat.manage.",
            outcome = Outcome.CREATED)
    @Requires(Permission.CHAT_USE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<PresetView> add(Caller caller, Once once, @Body PresetInput preset) {
        return once.answer(() -> presets.add(caller, preset.details(), preset.system()), PresetController::made);
    }

    private static MutableHttpResponse<PresetView> made(ChatPreset preset) {
        return Answers.created(PresetView.of(preset), preset.version(), "/api/v1/chat/presets/" + preset.id());
    }

    @Get
    @Operation(
            id = "listPresets",
            summary = "Lists the caller's presets, those others share and those of the system, newest first.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.CHAT_USE)
    CompletableFuture<Listed<PresetView>> list(
            Caller caller,
            Paging paging,
            @Nullable @Query("Only those of this agent.") String agent,
            @Query(value = "Those that others share, too.", standard = "true") boolean includeShared) {
        return presets.list(caller, agent, includeShared, paging.page())
                .thenApply(slice -> paging.answer(slice, PresetView::of));
    }

    @Get("/{id}")
    @Operation(id = "getPreset", summary = "Shows a preset.", outcome = Outcome.FOUND)
    @Requires(Permission.CHAT_USE)
    CompletableFuture<HttpResponse<PresetView>> get(Caller caller, HttpRequest<?> request, Id<ChatPreset> id) {
        return presets.get(caller, id)
                .thenApply(preset -> Answers.entity(request, PresetView.of(preset), preset.version()));
    }

    @Patch("/{id}")
    @Operation(
            id = "patchPreset",
            summary = "Changes a preset of the caller's; one of the system needs chat.manage.",
            outcome = Outcome.CHANGED)
    @Requires(Permission.CHAT_USE)
    @Consumes({MediaType.APPLICATION_JSON, Answers.MERGE_PATCH})
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<PresetView> change(Caller caller, Id<ChatPreset> id, IfMatch ifMatch, @Body PresetPatch patch) {
        Committed<ChatPreset> written = presets.change(caller, id, patch.change(), ifMatch.version());
        ChatPreset preset = written.value();
        return Answers.changed(PresetView.of(preset), preset.version(), written.position());
    }

    @Delete("/{id}")
    @Operation(
            id = "deletePreset",
            summary = "Removes a preset of the caller's; one of the system needs chat.manage.",
            outcome = Outcome.DONE)
    @Requires(Permission.CHAT_USE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> remove(Caller caller, Id<ChatPreset> id, IfMatch ifMatch) {
        return Answers.done(presets.remove(caller, id, ifMatch.version()));
    }
}
