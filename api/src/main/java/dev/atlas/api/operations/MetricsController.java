package dev.atlas.api.operations;

import dev.atlas.api.http.OpenOnLoopback;
import dev.atlas.api.http.Operation;
import dev.atlas.api.http.Outcome;
import dev.atlas.api.http.Requires;
import dev.atlas.domain.identity.Permission;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

@Controller("/metrics")
final class MetricsController {

    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry;

    MetricsController(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    /** Everything that is measured, in the text format of Prometheus. */
    @Get
    @Operation(id = "getMetrics", summary = "Shows everything that is measured.", outcome = Outcome.SHOWN)
    @Produces(PROMETHEUS_TEXT)
    @Requires(Permission.METRICS_VIEW)
    @OpenOnLoopback
    @ExecuteOn(TaskExecutors.BLOCKING)
    String scrape() {
        return registry.scrape();
    }
}
