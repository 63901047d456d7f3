package dev.atlas.api.operations;

import dev.atlas.api.http.OpenOnLoopback;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Requires;
import dev.atlas.domain.identity.Permission;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.concurrent.CompletableFuture;

@Controller("/health")
final class HealthController {

    private final Readiness readiness;

    HealthController(Readiness readiness) {
        this.readiness = readiness;
    }

    /** Whether the process answers at all. If not, it should be started anew. */
    @Get("/live")
    @Operation(id = "checkLiveness", summary = "Tells whether the process answers at all.", outcome = Outcome.SHOWN)
    @Requires(Permission.METRICS_VIEW)
    @OpenOnLoopback
    HealthView live() {
        return HealthView.UP;
    }

    /** Whether requests should be sent here: the store is reachable, its schema is right, and Atlas is not stopping. */
    @Get("/ready")
    @Operation(id = "checkReadiness", summary = "Tells whether requests should be sent here.", outcome = Outcome.SHOWN)
    @Requires(Permission.METRICS_VIEW)
    @OpenOnLoopback
    CompletableFuture<HealthView> ready() {
        return readiness.check();
    }
}
