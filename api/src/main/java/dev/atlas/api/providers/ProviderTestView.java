package dev.atlas.api.providers;

import dev.atlas.api.http.View;
import dev.atlas.application.providers.KeySource;
import dev.atlas.application.providers.ModelCalls;
import dev.atlas.application.providers.ProviderProblem;
import org.jspecify.annotations.Nullable;

/** How a test of the connection to a provider ended. */
@View
public record ProviderTestView(
        String provider,
        boolean ok,
        @Nullable String code,
        @Nullable String message,
        @Nullable KeySource keySource,
        long durationMs) {

    static ProviderTestView of(ModelCalls.Tested tested) {
        ProviderProblem problem = tested.problem();
        return new ProviderTestView(
                tested.provider(),
                problem == null,
                problem == null ? null : problem.code(),
                problem == null ? null : problem.message(),
                tested.key(),
                tested.took().toMillis());
    }
}
