package dev.atlas.application.providers;

import dev.atlas.application.Refusal;
import dev.atlas.application.identity.OwnCredentials;
import dev.atlas.application.identity.SharedCredentials;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Provider;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Repositories;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the key for a provider: the user's own, else the shared one, else that of the environment. */
record ProviderKeys(OwnCredentials own, SharedCredentials shared, ProviderEnvironment environment) {

    /**
     * A key and whose it is.
     *
     * @param value absent if none is needed
     */
    record Key(@Nullable String value, KeySource source) {}

    /** Whose key would be used; empty if there is none and one is needed. Decrypts nothing. */
    Optional<KeySource> source(Repositories from, Id<User> user, EffectiveProvider provider) {
        for (Provider name : provider.credentials()) {
            if (from.userCredentials().at(user, name).isPresent()) {
                return Optional.of(KeySource.OWN);
            }
        }
        for (Provider name : provider.credentials()) {
            if (from.globalCredentials().find(name).isPresent()) {
                return Optional.of(KeySource.SHARED);
            }
        }
        return Optional.ofNullable(without(provider)).map(Key::source);
    }

    /**
     * The key to be used; empty if there is none and one is needed.
     *
     * @throws Refusal.WrongState {@code secret.cannot_decrypt}
     */
    Optional<Key> find(Repositories from, Id<User> user, EffectiveProvider provider) {
        for (Provider name : provider.credentials()) {
            Optional<String> value = own.value(from, user, name);
            if (value.isPresent()) {
                return Optional.of(new Key(value.get().strip(), KeySource.OWN));
            }
        }
        for (Provider name : provider.credentials()) {
            Optional<String> value = shared.value(from, name);
            if (value.isPresent()) {
                return Optional.of(new Key(value.get().strip(), KeySource.SHARED));
            }
        }
        return Optional.ofNullable(without(provider));
    }

    private @Nullable Key without(EffectiveProvider provider) {
        String key = provider.everybodys() ? environment.key(provider.kind()) : null;
        if (key != null) {
            return new Key(key, KeySource.ENVIRONMENT);
        }
        return provider.kind().needsKey() ? null : new Key(null, KeySource.NOT_NEEDED);
    }
}
