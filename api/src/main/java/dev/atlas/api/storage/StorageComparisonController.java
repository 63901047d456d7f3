package dev.atlas.api.storage;

import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Requires;
import dev.atlas.application.Atlas;
import dev.atlas.application.Caller;
import dev.atlas.application.shadow.ShadowUseCases;
import dev.atlas.domain.identity.Permission;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

/** Shows values of records whosever they are, and so to nobody who may only see how the store stands. */
@Controller("/api/v1/storage/comparisons")
final class StorageComparisonController {

    private final ShadowUseCases shadow;

    StorageComparisonController(Atlas atlas) {
        this.shadow = atlas.shadow();
    }

    @Get
    @Operation(
            id = "getStorageComparisons",
            summary = "Shows what the mirror answers otherwise than the store.",
            outcome = Outcome.SHOWN)
    @Requires(Permission.STORAGE_MANAGE)
    StorageComparisonsView show(Caller caller) {
        return StorageComparisonsView.of(shadow.report());
    }
}
