package dev.atlas.application.identity;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.identity.GlobalCredential;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.Provider;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What Atlas signs in to providers with for everybody. Values go in and are never given out. */
public final class SharedCredentials {

    /** A credential, and whether this node can decrypt it. */
    public record Shown(GlobalCredential credential, boolean readable) {}

    private final Foundation foundation;
    private final Vault vault;
    private final Audit audit;

    SharedCredentials(Foundation foundation, Vault vault, Audit audit) {
        this.foundation = foundation;
        this.vault = vault;
        this.audit = audit;
    }

    /** All, by provider. */
    public CompletableFuture<List<Shown>> list(Caller caller) {
        caller.require(Permission.CREDENTIAL_MANAGE);
        return foundation.storage().readAsync(from -> from.globalCredentials().all().stream()
                .map(this::shown)
                .toList());
    }

    /**
     * The credential at this provider.
     *
     * @throws Refusal.NotFound {@code credential.not_found}
     */
    public CompletableFuture<Shown> get(Caller caller, Provider provider) {
        caller.require(Permission.CREDENTIAL_MANAGE);
        return foundation.storage().readAsync(from -> shown(find(from, provider)));
    }

    /** Adds the credential or puts another in its place; {@code secret} as {@link SecretText} wants it. */
    public Committed<Placed<Shown>> put(
            Caller caller, Provider provider, String secret, @Nullable String label, @Nullable Long ifVersion) {
        caller.require(Permission.CREDENTIAL_MANAGE);
        String value = SecretText.of("secret", secret);
        return foundation.storage().write(to -> {
            Instant now = foundation.now();
            Optional<GlobalCredential> old = to.globalCredentials().find(provider);
            old.ifPresent(found -> Refusal.Stale.unless(ifVersion, found.version()));
            GlobalCredential wanted = new GlobalCredential(
                    provider,
                    label,
                    vault.seal(to, Vault.shared(provider), value),
                    old.map(GlobalCredential::createdAt).orElse(now),
                    now,
                    old.map(GlobalCredential::version).orElse(0L));
            GlobalCredential stored = old.isPresent()
                    ? to.globalCredentials().replace(wanted)
                    : to.globalCredentials().add(wanted);
            Changes changes = Changes.NONE
                    .text("label", old.map(GlobalCredential::label).orElse(null), stored.label())
                    .masked("secret");
            audit.record(to, caller, "credential.set", resource(provider), changes);
            return new Placed<>(new Shown(stored, true), old.isEmpty());
        });
    }

    /**
     * Removes the credential at this provider.
     *
     * @throws Refusal.NotFound {@code credential.not_found}
     */
    public Committed<Provider> remove(Caller caller, Provider provider, @Nullable Long ifVersion) {
        caller.require(Permission.CREDENTIAL_MANAGE);
        return foundation.storage().write(to -> {
            Refusal.Stale.unless(ifVersion, find(to, provider).version());
            to.globalCredentials().remove(provider);
            audit.record(to, caller, "credential.removed", resource(provider), Changes.NONE);
            return provider;
        });
    }

    /**
     * The value, for Atlas to use at the provider.
     *
     * @return empty if there is none
     * @throws Refusal.WrongState {@code secret.cannot_decrypt}
     */
    public Optional<String> value(Repositories from, Provider provider) {
        return from.globalCredentials().find(provider).map(found -> vault.open(Vault.shared(provider), found.secret())
                .orElseThrow(SecretText::cannotDecrypt));
    }

    private Shown shown(GlobalCredential credential) {
        return new Shown(credential, vault.opens(Vault.shared(credential.provider()), credential.secret()));
    }

    private static GlobalCredential find(Repositories from, Provider provider) {
        return from.globalCredentials()
                .find(provider)
                .orElseThrow(() ->
                        new Refusal.NotFound("credential.not_found", "There is no credential for this provider."));
    }

    private static Resource resource(Provider provider) {
        return new Resource("global_credential", provider.value());
    }
}
