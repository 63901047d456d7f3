package dev.atlas.api.operations;

import dev.atlas.application.Atlas;
import dev.atlas.application.mirror.MirrorStatus;
import dev.atlas.application.mirror.MirrorUseCases;
import dev.atlas.application.mirror.Phase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import java.time.Instant;
import java.util.function.ToDoubleFunction;

/** Shows how the mirror stands, while there is one. Asks no store. */
@Context
@io.micronaut.context.annotation.Requires(beans = Atlas.class)
final class MirrorMetrics {

    private static final double MILLIS = 1_000.0;

    private final MeterRegistry registry;
    private final MirrorUseCases mirror;

    MirrorMetrics(MeterRegistry registry, Atlas atlas) {
        this.registry = registry;
        this.mirror = atlas.mirror();
        gauge(
                "atlas.mirror.lag.transactions",
                "Transactions that the mirror does not hold yet",
                status -> status.lagTransactions());
        gauge(
                "atlas.mirror.lag.seconds",
                "How long the mirror has been behind",
                status -> mirror.lag().toMillis() / MILLIS);
        gauge("atlas.mirror.records.copied", "Records put into the mirror by copying", MirrorStatus::recordsCopied);
        gauge(
                "atlas.mirror.differences",
                "Records that differed when all were compared last",
                status -> status.verification() == null
                        ? Double.NaN
                        : status.verification().differences());
        gauge(
                "atlas.mirror.verified.seconds",
                "When all were compared last, in seconds since 1970",
                status -> status.verification() == null
                        ? Double.NaN
                        : seconds(status.verification().at()));
        for (Phase phase : Phase.values()) {
            Gauge.builder("atlas.mirror.phase", mirror, watched -> is(watched, phase))
                    .description("1 for the phase in which the mirror is")
                    .tag("phase", phase.word())
                    .register(registry);
        }
    }

    private void gauge(String name, String description, ToDoubleFunction<MirrorStatus> value) {
        Gauge.builder(name, mirror, watched -> watched.status()
                        .map(value::applyAsDouble)
                        .orElse(Double.NaN))
                .description(description)
                .register(registry);
    }

    private static double is(MirrorUseCases mirror, Phase phase) {
        return mirror.status().filter(status -> status.phase() == phase).isPresent() ? 1 : 0;
    }

    private static double seconds(Instant time) {
        return time.toEpochMilli() / MILLIS;
    }
}
