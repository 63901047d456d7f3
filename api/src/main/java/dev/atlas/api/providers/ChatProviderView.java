package dev.atlas.api.providers;

import dev.atlas.api.http.View;
import dev.atlas.application.Caller;
import dev.atlas.application.providers.EffectiveProvider;
import dev.atlas.application.providers.KeySource;
import dev.atlas.application.providers.ModelEndpoint.Azure;
import dev.atlas.application.providers.ProviderAdministration;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.providers.ProviderKind;
import dev.atlas.domain.providers.ProviderLimits;
import org.jspecify.annotations.Nullable;

/** A provider of models. Where it is, only administrators are shown; its key is shown to nobody. */
@View
public record ChatProviderView(
        String id,
        String label,
        ProviderKind kind,
        boolean enabled,
        boolean configured,
        @Nullable KeySource keySource,
        @Nullable String defaultModel,
        @Nullable String baseAddress,
        @Nullable String azureDeployment,
        @Nullable String apiVersion,
        int connectSeconds,
        int firstTokenSeconds,
        int betweenTokensSeconds,
        int callSeconds,
        int retries,
        int concurrentCalls,
        long version) {

    static ChatProviderView of(Caller caller, ProviderAdministration.Shown shown) {
        EffectiveProvider provider = shown.provider();
        ProviderLimits limits = provider.details().limits();
        boolean all = caller.may(Permission.CHAT_MANAGE);
        Azure azure = provider.azure();
        return new ChatProviderView(
                provider.id(),
                provider.label(),
                provider.kind(),
                provider.details().enabled(),
                shown.configured(),
                shown.key(),
                provider.defaultModel(),
                all && provider.address() != null ? provider.address().toString() : null,
                all && azure != null ? azure.deployment() : null,
                all && azure != null ? azure.apiVersion() : null,
                limits.connectSeconds(),
                limits.firstTokenSeconds(),
                limits.betweenTokensSeconds(),
                limits.callSeconds(),
                limits.retries(),
                limits.concurrentCalls(),
                provider.version());
    }
}
