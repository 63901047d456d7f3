package dev.atlas.api.storage;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.mirror.MirrorUseCases;
import dev.atlas.domain.identity.Permission;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Whether the node mirrors. Where to is for its settings to say: nobody on the network can name a place to copy to. */
@Controller("/api/v1/storage/mirror")
final class MirrorController {

    private final MirrorUseCases mirror;

    MirrorController(Atlas atlas) {
        this.mirror = atlas.mirror();
    }

    @Post
    @Operation(
            id = "attachMirror",
            summary = "Has the store mirrored again to where the settings of the node say.",
            outcome = Outcome.DONE)
    @Requires(Permission.STORAGE_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> attach(Caller caller) {
        return Answers.done(mirror.attach(caller));
    }

    @Delete
    @Operation(
            id = "detachMirror",
            summary = "Ends mirroring, until it is attached or the node starts again; the mirror keeps its data.",
            outcome = Outcome.DONE)
    @Requires(Permission.STORAGE_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<Void> detach(Caller caller) {
        return Answers.done(mirror.detach(caller));
    }
}
