package dev.atlas.api.providers;

import static java.util.Objects.requireNonNullElse;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.domain.providers.ProviderDetails;
import dev.atlas.domain.providers.ProviderKind;
import dev.atlas.domain.providers.ProviderLimits;
import org.jspecify.annotations.Nullable;

/** All that is said of a provider; what is left out is as the environment says, or as it usually is. */
public record ChatProviderInput(
        @Nullable ProviderKind kind,
        @Nullable @Limits(max = 120) String label,
        @Nullable Boolean enabled,
        @Nullable @Limits(max = 128) String defaultModel,
        @Nullable @Limits(pattern = ADDRESS) String baseAddress,
        @Nullable @Limits(pattern = DEPLOYMENT) String azureDeployment,
        @Nullable @Limits(pattern = API_VERSION) String apiVersion,
        @Nullable @Limits(min = 1, max = 60) Integer connectSeconds,
        @Nullable @Limits(min = 1, max = 600) Integer firstTokenSeconds,
        @Nullable @Limits(min = 1, max = 600) Integer betweenTokensSeconds,
        @Nullable @Limits(min = 1, max = 3600) Integer callSeconds,
        @Nullable @Limits(min = 0, max = 5) Integer retries,
        @Nullable @Limits(min = 1, max = 1000) Integer concurrentCalls)
        implements Input {

    /** Narrower than what is taken, so that whoever makes addresses up from it makes some that can be one. */
    static final String ADDRESS = "^https?://[a-z]([a-z0-9-]{0,30}[a-z0-9])?(\\.[a-z]([a-z0-9-]{0,30}[a-z0-9])?){0,3}"
            + "(:[1-9][0-9]{0,3})?(/[A-Za-z0-9._-]{1,30}){0,4}/?$";

    static final String DEPLOYMENT = "^[A-Za-z0-9._-]{0,128}$";

    static final String API_VERSION = "^[A-Za-z0-9._-]{0,32}$";

    ProviderDetails details(ProviderKind wanted) {
        ProviderLimits usual = ProviderLimits.USUAL;
        return new ProviderDetails(
                wanted,
                label,
                requireNonNullElse(enabled, true),
                defaultModel,
                baseAddress,
                azureDeployment,
                apiVersion,
                new ProviderLimits(
                        requireNonNullElse(connectSeconds, usual.connectSeconds()),
                        requireNonNullElse(firstTokenSeconds, usual.firstTokenSeconds()),
                        requireNonNullElse(betweenTokensSeconds, usual.betweenTokensSeconds()),
                        requireNonNullElse(callSeconds, usual.callSeconds()),
                        requireNonNullElse(retries, usual.retries()),
                        requireNonNullElse(concurrentCalls, usual.concurrentCalls())));
    }
}
