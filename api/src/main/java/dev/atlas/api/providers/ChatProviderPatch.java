package dev.atlas.api.providers;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.api.http.Patch;
import dev.atlas.application.providers.ProviderChange;
import org.jspecify.annotations.Nullable;

/** A merge patch of what is said of a provider; its kind stays. */
public record ChatProviderPatch(
        @Nullable @Limits(max = 120) String label,
        @Nullable @Limits(clearable = false) Boolean enabled,
        @Nullable @Limits(max = 128) String defaultModel,

        @Nullable @Limits(pattern = ChatProviderInput.ADDRESS)
        String baseAddress,

        @Nullable @Limits(pattern = ChatProviderInput.DEPLOYMENT)
        String azureDeployment,

        @Nullable @Limits(pattern = ChatProviderInput.API_VERSION)
        String apiVersion,

        @Nullable @Limits(min = 1, max = 60) Integer connectSeconds,
        @Nullable @Limits(min = 1, max = 600) Integer firstTokenSeconds,
        @Nullable @Limits(min = 1, max = 600) Integer betweenTokensSeconds,
        @Nullable @Limits(min = 1, max = 3600) Integer callSeconds,
        @Nullable @Limits(min = 0, max = 5) Integer retries,
        @Nullable @Limits(min = 1, max = 1000) Integer concurrentCalls,
        Patch patch)
        implements Input {

    ProviderChange change() {
        return new ProviderChange(
                patch.of("label", label),
                patch.of("enabled", enabled),
                patch.of("default_model", defaultModel),
                patch.of("base_address", baseAddress),
                patch.of("azure_deployment", azureDeployment),
                patch.of("api_version", apiVersion),
                patch.of("connect_seconds", connectSeconds),
                patch.of("first_token_seconds", firstTokenSeconds),
                patch.of("between_tokens_seconds", betweenTokensSeconds),
                patch.of("call_seconds", callSeconds),
                patch.of("retries", retries),
                patch.of("concurrent_calls", concurrentCalls));
    }
}
