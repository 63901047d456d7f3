package dev.atlas.application.providers;

import dev.atlas.domain.providers.ProviderKind;
import dev.atlas.domain.providers.ProviderLimits;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where and how a provider is asked.
 *
 * @param provider its id, under which its calls are counted
 * @param address of administrators' or Atlas' own choice, never of a user's
 * @param key absent if it needs none
 * @param azure there exactly if the kind is {@link ProviderKind#AZURE_OPENAI}
 */
public record ModelEndpoint(
        String provider,
        ProviderKind kind,
        URI address,
        @Nullable String key,
        @Nullable Azure azure,
        ProviderLimits limits) {

    /** What only Azure has: under which name the customer has put up the model, and the version of the interface. */
    public record Azure(String deployment, String apiVersion) {}

    public ModelEndpoint {
        if ((azure != null) != (kind == ProviderKind.AZURE_OPENAI)) {
            throw new IllegalArgumentException("a deployment belongs to Azure, and Azure needs one");
        }
    }

    /** The same, where no call may take longer than this. */
    public ModelEndpoint within(Duration call) {
        ProviderLimits own = limits;
        int seconds = Math.min(own.callSeconds(), Math.toIntExact(call.toSeconds()));
        return new ModelEndpoint(
                provider,
                kind,
                address,
                key,
                azure,
                new ProviderLimits(
                        own.connectSeconds(),
                        own.firstTokenSeconds(),
                        own.betweenTokensSeconds(),
                        seconds,
                        own.retries(),
                        own.concurrentCalls()));
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "ModelEndpoint[" + provider + ", " + kind.id() + ", " + Objects.toString(address.getHost()) + "]";
    }
}
