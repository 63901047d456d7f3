package dev.atlas.application.providers;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.providers.ProviderKeys.Key;
import dev.atlas.domain.Text;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Repositories;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asking providers with the key that counts for the caller. Storage is not held while a provider is waited for. */
public final class ModelCalls {

    /**
     * How a test of the connection ended.
     *
     * @param problem absent if all is well
     * @param key whose key was tried; absent if it came with the request
     */
    public record Tested(
            String provider,
            @Nullable ProviderProblem problem,
            @Nullable KeySource key,
            Duration took) {}

    private static final int LONGEST_KEY = 10_000;

    private final Foundation foundation;
    private final ProviderDirectory directory;
    private final ProviderKeys keys;
    private final Supplier<ModelProvider> provider;

    ModelCalls(
            Foundation foundation, ProviderDirectory directory, ProviderKeys keys, Supplier<ModelProvider> provider) {
        this.foundation = foundation;
        this.directory = directory;
        this.keys = keys;
        this.provider = provider;
    }

    /** The port to the providers themselves. */
    public ModelProvider provider() {
        return provider.get();
    }

    /**
     * Where and how this caller asks this provider.
     *
     * @throws Refusal.NotFound {@code provider.not_found}
     * @throws Refusal.WrongState {@code provider.disabled}, {@code provider.not_configured}, {@code secret.cannot_decrypt}
     */
    public ModelEndpoint endpoint(Repositories from, Caller caller, String id) {
        EffectiveProvider found = directory.require(from, id);
        if (!found.details().enabled()) {
            throw new Refusal.WrongState("provider.disabled", "This provider is switched off.");
        }
        return endpoint(found, key(from, caller, found).value());
    }

    /** What is asked for at this provider where nobody names a model. Throws as {@link #endpoint} does. */
    public Optional<String> defaultModel(Repositories from, String id) {
        return Optional.ofNullable(directory.require(from, id).defaultModel());
    }

    /** What is meant by a name such as {@code openai/gpt-5}, where a provider is named, or {@code gpt-5}, the usual one's. */
    public ModelName name(Repositories from, String name, String usualProvider) {
        int slash = name.indexOf('/');
        boolean named = slash > 0
                && slash < name.length() - 1
                && directory.find(from, name.substring(0, slash)).isPresent();
        return named
                ? new ModelName(name.substring(0, slash), name.substring(slash + 1))
                : new ModelName(usualProvider, name);
    }

    /**
     * All models this caller can ask for, those of the usual provider first. Providers that do not tell theirs at this moment
     * are left out, unless all are.
     *
     * @throws Refusal what the first provider says if none tells
     */
    public List<ModelName> names(Caller caller, ChatSettingsAdministration settings) {
        caller.require(Permission.CHAT_USE);
        List<ModelEndpoint> endpoints = foundation.storage().read((Repositories from) -> {
            String usual = settings.current(from).defaults().defaultProvider();
            return directory.all(from).stream()
                    .filter(each -> each.details().enabled())
                    .sorted(Comparator.comparing(each -> !each.id().equals(usual)))
                    .flatMap(each -> known(from, caller, each).stream())
                    .toList();
        });
        return ModelNames.of(provider.get(), endpoints);
    }

    /** Where this caller asks it; empty if it is not set up. */
    private Optional<ModelEndpoint> known(Repositories from, Caller caller, EffectiveProvider each) {
        try {
            return Optional.of(endpoint(each, key(from, caller, each).value()));
        } catch (Refusal.WrongState e) {
            return Optional.empty();
        }
    }

    /** The models this caller can ask for there, by name. Throws as {@link #endpoint} does, and what the provider refuses. */
    public List<OfferedModel> models(Caller caller, String id) {
        caller.require(Permission.CHAT_USE);
        ModelEndpoint endpoint = foundation.storage().read((Repositories from) -> endpoint(from, caller, id));
        try {
            return provider.get().models(endpoint, new Cancellation());
        } catch (ProviderFailure e) {
            throw e.problem().refusal();
        }
    }

    /**
     * Tries the connection, also to a provider that is switched off.
     *
     * @param given a key that is tried instead of the one that counts, and not kept
     * @throws dev.atlas.domain.InvalidValue for a key that can be none
     * @throws Refusal.NotFound {@code provider.not_found}
     * @throws Refusal.WrongState {@code provider.not_configured}, {@code secret.cannot_decrypt}
     */
    public Tested test(Caller caller, String id, @Nullable String given) {
        caller.require(Permission.CHAT_USE);
        String tried = given == null ? null : Text.required("key", given, LONGEST_KEY);
        record Found(ModelEndpoint endpoint, @Nullable KeySource source) {}
        Found found = foundation.storage().read((Repositories from) -> {
            EffectiveProvider at = directory.require(from, id);
            if (tried != null) {
                return new Found(endpoint(at, tried), null);
            }
            Key key = key(from, caller, at);
            return new Found(endpoint(at, key.value()), key.source());
        });
        long began = System.nanoTime();
        ProviderProblem problem = null;
        try {
            provider.get().check(found.endpoint(), new Cancellation());
        } catch (ProviderFailure e) {
            problem = e.problem();
        }
        return new Tested(id, problem, found.source(), Duration.ofNanos(System.nanoTime() - began));
    }

    private Key key(Repositories from, Caller caller, EffectiveProvider provider) {
        return keys.find(from, caller.user(), provider)
                .orElseThrow(() -> notConfigured(provider, "There is no key for it."));
    }

    private static ModelEndpoint endpoint(EffectiveProvider provider, @Nullable String key) {
        URI address = provider.address();
        if (address == null) {
            throw notConfigured(provider, "It is not said where it is.");
        }
        if (!provider.complete()) {
            throw notConfigured(provider, "It is not said which deployment is meant.");
        }
        return new ModelEndpoint(
                provider.id(),
                provider.kind(),
                address,
                key,
                provider.azure(),
                provider.details().limits());
    }

    private static Refusal notConfigured(EffectiveProvider provider, String why) {
        return new Refusal.WrongState(
                "provider.not_configured", "The provider " + provider.id() + " is not set up. " + why);
    }
}
