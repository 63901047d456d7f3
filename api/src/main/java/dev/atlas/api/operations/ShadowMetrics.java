package dev.atlas.api.operations;

import dev.atlas.application.Atlas;
import dev.atlas.application.shadow.ShadowOutcome;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;

/** Shows what became of the questions that were to be compared with the mirror. */
@Context
@io.micronaut.context.annotation.Requires(beans = Atlas.class)
final class ShadowMetrics {

    ShadowMetrics(MeterRegistry registry, Atlas atlas) {
        for (ShadowOutcome outcome : ShadowOutcome.values()) {
            FunctionCounter.builder("atlas.storage.compare", atlas.shadow(), shadow -> shadow.count(outcome))
                    .description("Questions that the mirror was asked too, by what came of it")
                    .tag("result", outcome.word())
                    .register(registry);
        }
    }
}
