package dev.atlas.application.providers;

import dev.atlas.application.Change;
import dev.atlas.domain.providers.ProviderDetails;
import dev.atlas.domain.providers.ProviderLimits;

/** A JSON Merge Patch of what is said of a provider; its kind stays. Cleared, a limit is the usual one again. */
public record ProviderChange(
        Change<String> label,
        Change<Boolean> enabled,
        Change<String> defaultModel,
        Change<String> baseAddress,
        Change<String> azureDeployment,
        Change<String> apiVersion,
        Change<Integer> connectSeconds,
        Change<Integer> firstTokenSeconds,
        Change<Integer> betweenTokensSeconds,
        Change<Integer> callSeconds,
        Change<Integer> retries,
        Change<Integer> concurrentCalls) {

    ProviderDetails of(ProviderDetails before) {
        ProviderLimits usual = ProviderLimits.USUAL;
        ProviderLimits limits = before.limits();
        return new ProviderDetails(
                before.kind(),
                label.from(before.label()),
                enabled.required("enabled", before.enabled()),
                defaultModel.from(before.defaultModel()),
                baseAddress.from(before.baseAddress()),
                azureDeployment.from(before.azureDeployment()),
                apiVersion.from(before.apiVersion()),
                new ProviderLimits(
                        connectSeconds.orWhenCleared(usual.connectSeconds(), limits.connectSeconds()),
                        firstTokenSeconds.orWhenCleared(usual.firstTokenSeconds(), limits.firstTokenSeconds()),
                        betweenTokensSeconds.orWhenCleared(usual.betweenTokensSeconds(), limits.betweenTokensSeconds()),
                        callSeconds.orWhenCleared(usual.callSeconds(), limits.callSeconds()),
                        retries.orWhenCleared(usual.retries(), limits.retries()),
                        concurrentCalls.orWhenCleared(usual.concurrentCalls(), limits.concurrentCalls())));
    }
}
