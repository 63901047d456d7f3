package dev.atlas.api.identity;

import dev.atlas.api.http.Listed;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.SignedIn;
import dev.atlas.domain.identity.Permission;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Arrays;

/** The closed catalogue of what somebody may do. */
@Controller("/api/v1/permissions")
final class PermissionController {

    @Get
    @Operation(
            id = "listPermissions",
            summary = "Lists the closed catalogue of what somebody may do.",
            outcome = Outcome.SHOWN)
    @SignedIn
    Listed<PermissionEntryView> list() {
        return new Listed<>(
                Arrays.stream(Permission.values()).map(PermissionEntryView::of).toList(), null);
    }
}
