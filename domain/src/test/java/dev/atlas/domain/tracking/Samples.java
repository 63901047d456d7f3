package dev.atlas.domain.tracking;

import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Experiments to make examples of. */
final class Samples {

    static final Instant START = Instant.parse("2025-10-19T18:32:26.111910Z");

    private Samples() {}

    static <T> Id<T> id(long number) {
        return new Id<>(new UUID(7, number));
    }

    /** Running, of this id, with these metrics. */
    static Experiment experiment(long number, String metrics) {
        return experiment(number, START, "{}", metrics);
    }

    static Experiment experiment(long number, Instant start, String config, String metrics) {
        return new Experiment(
                id(number),
                id(99),
                "e" + number,
                1L,
                ExperimentStatus.RUNNING,
                ModelSpec.NONE,
                object(config),
                DatasetSpec.NONE,
                object(metrics),
                List.of(),
                null,
                start,
                null,
                "ann",
                null,
                null,
                null,
                START,
                START,
                0);
    }

    static Json.Obj object(String json) {
        return (Json.Obj) Json.parse("test", json);
    }
}
