package dev.atlas.application.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.application.Caller;
import dev.atlas.application.Change;
import dev.atlas.application.Refusal;
import dev.atlas.application.SqliteAtlas;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.Provider;
import dev.atlas.domain.providers.ProviderDetails;
import dev.atlas.domain.providers.ProviderKind;
import dev.atlas.domain.providers.ProviderLimits;
import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.Repositories;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What administrators say counts before the environment, and that before what is usual. No provider is asked. */
class ProvidersTest {

    private SqliteAtlas test;
    private Caller ann;
    private Caller root;

    @BeforeEach
    void open(@TempDir Path folder) {
        test = new SqliteAtlas(folder);
        ann = test.user("ann", Set.of(Permission.CHAT_USE));
        root = test.administrator("root");
    }

    @AfterEach
    void close() {
        test.close();
    }

    private ProviderUseCases in(Map<String, String> environment) {
        return ProviderUseCases.over(test.foundation(), test.atlas().identity(), new ModelAccess(environment, () -> {
            throw new AssertionError("a provider is needed");
        }));
    }

    private ModelEndpoint endpoint(ProviderUseCases providers, Caller caller, String id) {
        return test.storage().read((Repositories from) -> providers.calls().endpoint(from, caller, id));
    }

    private static ProviderDetails at(ProviderKind kind, @Nullable String address, @Nullable String deployment) {
        return new ProviderDetails(kind, null, true, null, address, deployment, null, ProviderLimits.USUAL);
    }

    private static ProviderChange disabling() {
        return new ProviderChange(
                Change.kept(),
                Change.to(false),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept(),
                Change.kept());
    }

    @Test
    void theUsersKeyCountsBeforeTheSharedOneAndThatBeforeTheEnvironment() {
        ProviderUseCases providers = in(Map.of("ANTHROPIC_API_KEY", " sk-env "));
        assertThat(endpoint(providers, ann, "anthropic").key()).isEqualTo("sk-env");

        test.atlas().identity().sharedCredentials().put(root, new Provider("claude"), "sk-shared", null, null);
        assertThat(endpoint(providers, ann, "anthropic").key()).isEqualTo("sk-shared");

        test.atlas().identity().ownCredentials().put(ann, new Provider("anthropic"), "sk-own", null, null);
        assertThat(endpoint(providers, ann, "anthropic").key()).isEqualTo("sk-own");
        assertThat(endpoint(providers, root, "anthropic").key()).isEqualTo("sk-shared");
        assertThat(providers.administration().get(ann, "anthropic").join().key())
                .isEqualTo(KeySource.OWN);
    }

    @Test
    void theEnvironmentFillsInWhatAdministratorsLeaveOut() {
        ProviderUseCases providers = in(Map.of(
                "AZURE_OPENAI_API_KEY", "k",
                "AZURE_OPENAI_ENDPOINT", "https://ours.openai.azure.com/",
                "AZURE_OPENAI_DEPLOYMENT", "from-env",
                "CHAT_DEFAULT_MODEL_OPENAI", "gpt-of-env",
                "CHAT_DEFAULT_PROVIDER", "Claude",
                "CHAT_DEFAULT_TEMPERATURE", "0.25"));
        ModelEndpoint azure = endpoint(providers, ann, "azure_openai");
        assertThat(azure.address()).isEqualTo(URI.create("https://ours.openai.azure.com/"));
        assertThat(azure.azure()).isEqualTo(new ModelEndpoint.Azure("from-env", "2024-10-21"));
        assertThat(providers.settings().get(ann).join().defaults())
                .satisfies(defaults -> assertThat(defaults.defaultProvider()).isEqualTo("anthropic"))
                .satisfies(defaults -> assertThat(defaults.temperature()).isEqualTo(new BigDecimal("0.25")));
        assertThat(providers
                        .administration()
                        .get(ann, "openai")
                        .join()
                        .provider()
                        .defaultModel())
                .isEqualTo("gpt-of-env");

        providers
                .administration()
                .put(root, "azure_openai", null, kind -> at(kind, "https://eu.example.org", "mine"), 0L);
        assertThat(endpoint(providers, ann, "azure_openai").address()).isEqualTo(URI.create("https://eu.example.org"));
        assertThat(endpoint(providers, ann, "azure_openai").azure())
                .isEqualTo(new ModelEndpoint.Azure("mine", "2024-10-21"));
    }

    /** Another one of a kind has a key of its own, never that of the one everybody means. */
    @Test
    void aSecondProviderOfAKindHasItsOwnKey() {
        ProviderUseCases providers = in(Map.of("OPENAI_API_KEY", "sk-env"));
        providers
                .administration()
                .put(root, "proxy", ProviderKind.OPENAI, kind -> at(kind, "https://proxy.example.org/v1", null), null);

        refused("provider.not_configured", () -> endpoint(providers, ann, "proxy"));
        test.atlas().identity().sharedCredentials().put(root, new Provider("proxy"), "sk-proxy", null, null);
        assertThat(endpoint(providers, ann, "proxy").key()).isEqualTo("sk-proxy");
    }

    /** Whoever says where a provider is, gets the key. */
    @Test
    void onlyWhoMayAdministerKeysSaysWhereAProviderIs() {
        ProviderUseCases providers = in(Map.of());
        Caller manager = test.user("manager", Set.of(Permission.CHAT_USE, Permission.CHAT_MANAGE));
        refused("permission.missing", () -> providers
                .administration()
                .put(manager, "openai", null, kind -> at(kind, "https://evil.example.org", null), null));
        providers.administration().change(manager, "openai", disabling(), 0L);
        refused("provider.disabled", () -> endpoint(providers, ann, "openai"));

        providers.administration().put(root, "openai", null, kind -> at(kind, "https://good.example.org", null), 1L);
        refused("permission.missing", () -> providers.administration().remove(manager, "openai", null));
        refused(
                "permission.missing",
                () -> providers.administration().put(manager, "openai", null, ProviderDetails::usual, null));
    }

    @Test
    void aVariableThatCannotBeIsRefusedAtTheStart() {
        assertThatThrownBy(() -> in(Map.of("OPENAI_BASE_URL", "ftp://x")))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining("OPENAI_BASE_URL");
        assertThatThrownBy(() -> in(Map.of("CHAT_DEFAULT_TEMPERATURE", "3")))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining("CHAT_DEFAULT_TEMPERATURE");
    }

    private static void refused(String code, ThrowingCallable asking) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
