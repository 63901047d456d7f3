package dev.atlas.domain.tracking;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.Text;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * The rules for what an experiment has measured: an object of numbers, each exactly as written. A value may also be null,
 * or one of the texts {@code NaN}, {@code Infinity} and {@code -Infinity}: those are kept, and never ranked.
 */
public final class ExperimentMetrics {

    private static final int MAX_NAME = 200;
    private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

    private ExperimentMetrics() {}

    /** Returns {@code metrics} unchanged. Throws {@link InvalidValue} naming {@code metrics.NAME} for anything else. */
    public static Json.Obj checked(Json.Obj metrics) {
        metrics.members().forEach((name, value) -> {
            Text.required("metrics", name, MAX_NAME);
            boolean fits =
                    switch (value) {
                        case Json.Num number -> true;
                        case Json.Null nothing -> true;
                        case Json.Str(String text) -> NOT_FINITE.contains(text);
                        default -> false;
                    };
            if (!fits) {
                throw new InvalidValue(
                        "metrics." + name, "must be a number, null, \"NaN\", \"Infinity\" or \"-Infinity\"");
            }
        });
        return metrics;
    }

    /** The value by which an experiment can be ranked; empty if it is absent, null or not finite. */
    public static Optional<BigDecimal> finite(Json.Obj metrics, String name) {
        return metrics.members().get(name) instanceof Json.Num(BigDecimal value)
                ? Optional.of(value)
                : Optional.empty();
    }
}
