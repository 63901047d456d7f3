package dev.atlas.api.storage;

import dev.atlas.api.http.Answers;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.mirror.MirrorUseCases;
import dev.atlas.application.mirror.StorageOperation;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Committed;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** What is begun on the stores and takes its time. How it stands is told where Location says, by the node that was asked. */
@Controller("/api/v1/storage")
final class StorageOperationController {

    private final MirrorUseCases mirror;

    StorageOperationController(Atlas atlas) {
        this.mirror = atlas.mirror();
    }

    @Post("/verifications")
    @Operation(
            id = "verifyStorage",
            summary = "Begins to compare all of the mirror with the primary.",
            outcome = Outcome.ACCEPTED)
    @Requires(Permission.STORAGE_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<StorageOperationView> verify(Caller caller) {
        return accepted(mirror.verify(caller));
    }

    @Post("/switch")
    @Operation(
            id = "switchStorage",
            summary = "Begins to switch to the mirror, once all of it was compared.",
            outcome = Outcome.ACCEPTED)
    @Requires(Permission.STORAGE_MANAGE)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<StorageOperationView> switchOver(Caller caller) {
        return accepted(mirror.switchOver(caller));
    }

    @Get("/operations/{id}")
    @Operation(
            id = "getStorageOperation",
            summary = "Shows how a verification or a switch stands that this node has begun.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.STORAGE_VIEW)
    StorageOperationView get(Caller caller, Id<StorageOperation> id) {
        return StorageOperationView.of(mirror.operation(id));
    }

    private static HttpResponse<StorageOperationView> accepted(Committed<StorageOperation> begun) {
        StorageOperation operation = begun.value();
        return Answers.accepted(
                StorageOperationView.of(operation), begun.position(), "/api/v1/storage/operations/" + operation.id());
    }
}
