package dev.atlas.application.providers;

import dev.atlas.application.providers.ModelEndpoint.Azure;
import dev.atlas.domain.identity.Provider;
import dev.atlas.domain.providers.ProviderConfiguration;
import dev.atlas.domain.providers.ProviderDetails;
import dev.atlas.domain.providers.ProviderKind;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A provider as it is asked: as administrators say, else as the environment does, else as it usually is.
 *
 * @param details what administrators have said, or as it usually is
 * @param address absent if nobody has said where it is
 * @param azure absent if it is not Azure's, or if nobody has said what of it
 * @param defaultModel absent if there is none
 * @param version 0 as long as administrators have said nothing
 */
public record EffectiveProvider(
        String id,
        ProviderDetails details,
        @Nullable URI address,
        @Nullable Azure azure,
        @Nullable String defaultModel,
        long version) {

    private static final String AZURE_VERSION = "2024-10-21";

    static EffectiveProvider of(ProviderConfiguration configured, ProviderEnvironment environment) {
        return of(configured.id(), configured.details(), environment, configured.version() + 1);
    }

    /** One that nobody has said anything of. */
    static EffectiveProvider of(ProviderKind kind, ProviderEnvironment environment) {
        return of(kind.id(), ProviderDetails.usual(kind), environment, 0);
    }

    private static EffectiveProvider of(
            String id, ProviderDetails details, ProviderEnvironment environment, long version) {
        ProviderKind kind = details.kind();
        boolean everybodys = ProviderConfiguration.builtIn(id).isPresent();
        URI address = details.baseAddress() != null
                ? URI.create(details.baseAddress())
                : everybodys ? environment.address(kind) : null;
        if (address == null && kind.address() != null) {
            address = URI.create(kind.address());
        }
        String deployment = kind != ProviderKind.AZURE_OPENAI
                ? null
                : details.azureDeployment() != null || !everybodys
                        ? details.azureDeployment()
                        : environment.azureDeployment();
        String apiVersion =
                details.apiVersion() != null || !everybodys ? details.apiVersion() : environment.apiVersion();
        Azure azure = deployment == null
                ? null
                : new Azure(deployment, Objects.requireNonNullElse(apiVersion, AZURE_VERSION));
        String model =
                details.defaultModel() != null || !everybodys ? details.defaultModel() : environment.defaultModel(kind);
        return new EffectiveProvider(
                id, details, address, azure, model != null ? model : usualModel(kind, deployment), version);
    }

    /** Source: usage reference, section 5.1. */
    private static @Nullable String usualModel(ProviderKind kind, @Nullable String deployment) {
        return switch (kind) {
            case OPENAI -> "gpt-5-mini";
            case AZURE_OPENAI -> deployment;
            case ANTHROPIC -> "claude-haiku-4-5-20251001";
            case GEMINI -> "gemini-2.0-flash";
            case OPENROUTER -> "openai/gpt-5-mini";
            case OLLAMA, OPENAI_COMPATIBLE -> null;
        };
    }

    public ProviderKind kind() {
        return details.kind();
    }

    /** Its name, for people. */
    public String label() {
        return Objects.requireNonNullElse(details.label(), kind().builtIn() ? kind().label() : id);
    }

    /** True if it is there without being set up, so that it stays when what was said of it is removed. */
    public boolean everybodys() {
        return ProviderConfiguration.builtIn(id).isPresent();
    }

    /** Under which names credentials for it are kept, the first one counting first. */
    List<Provider> credentials() {
        List<String> names = everybodys() ? kind().credentials() : List.of(id);
        return names.stream().map(Provider::new).toList();
    }

    /** True if all is known of it that has to be, a key excepted. */
    public boolean complete() {
        return address != null && (kind() != ProviderKind.AZURE_OPENAI || azure != null);
    }
}
