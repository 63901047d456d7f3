package dev.atlas.api.storage;

import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.storage.StorageStatus;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Storage;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

@Controller("/api/v1/storage")
final class StorageController {

    private final Storage storage;

    StorageController(Atlas atlas) {
        this.storage = atlas.foundation().storage();
    }

    /** What the store is, and how many records of each kind it holds. Counts them all. */
    @Get
    @Operation(id = "getStorage", summary = "Shows what the store is and holds.", outcome = Outcome.SHOWN)
    @Requires(Permission.STORAGE_VIEW)
    @ExecuteOn(TaskExecutors.BLOCKING)
    StorageView show(Caller caller) {
        return StorageView.of(StorageStatus.of(storage));
    }
}
