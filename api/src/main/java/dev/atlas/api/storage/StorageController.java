package dev.atlas.api.storage;

import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.mirror.MirrorUseCases;
import dev.atlas.application.storage.StorageStatus;
import dev.atlas.domain.identity.Permission;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

@Controller("/api/v1/storage")
final class StorageController {

    private final Foundation foundation;
    private final MirrorUseCases mirror;

    StorageController(Atlas atlas) {
        this.foundation = atlas.foundation();
        this.mirror = atlas.mirror();
    }

    /** What the store is, how many records of each kind it holds, and how its mirror stands. Counts all records. */
    @Get
    @Operation(id = "getStorage", summary = "Shows what the store is and holds.", outcome = Outcome.SHOWN)
    @Requires(Permission.STORAGE_VIEW)
    @ExecuteOn(TaskExecutors.BLOCKING)
    StorageView show(Caller caller) {
        return StorageView.of(
                StorageStatus.of(foundation.storage()), mirror.status().orElse(null), foundation.now());
    }
}
