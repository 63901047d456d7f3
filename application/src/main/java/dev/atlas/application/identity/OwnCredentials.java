package dev.atlas.application.identity;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.identity.Provider;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.UserCredential;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What the caller signs in to providers with. Values go in and are never given out; they sign nobody in to Atlas. */
public final class OwnCredentials {

    /** A credential, and whether this node can decrypt it. */
    public record Shown(UserCredential credential, boolean readable) {}

    private final Foundation foundation;
    private final Vault vault;
    private final Audit audit;

    OwnCredentials(Foundation foundation, Vault vault, Audit audit) {
        this.foundation = foundation;
        this.vault = vault;
        this.audit = audit;
    }

    /** All of the caller's, by provider. */
    public CompletableFuture<List<Shown>> list(Caller caller) {
        return foundation.storage().readAsync(from -> from.userCredentials().ofUser(caller.user()).stream()
                .map(this::shown)
                .toList());
    }

    /**
     * The caller's credential at this provider.
     *
     * @throws Refusal.NotFound {@code credential.not_found}
     */
    public CompletableFuture<Shown> get(Caller caller, Provider provider) {
        return foundation.storage().readAsync(from -> shown(find(from, caller, provider)));
    }

    /** Adds the credential or puts another in its place; {@code secret} as {@link SecretText} wants it. */
    public Committed<Placed<Shown>> put(
            Caller caller, Provider provider, String secret, @Nullable String label, @Nullable Long ifVersion) {
        String value = SecretText.of("secret", secret);
        Id<UserCredential> fresh = foundation.ids().next();
        return foundation.storage().write(to -> {
            Instant now = foundation.now();
            Optional<UserCredential> old = to.userCredentials().at(caller.user(), provider);
            old.ifPresent(found -> Refusal.Stale.unless(ifVersion, found.version()));
            UserCredential wanted = new UserCredential(
                    old.map(UserCredential::id).orElse(fresh),
                    caller.user(),
                    provider,
                    label,
                    vault.seal(to, Vault.ofUser(caller.user(), provider), value),
                    old.map(UserCredential::createdAt).orElse(now),
                    now,
                    old.map(UserCredential::version).orElse(0L));
            UserCredential stored = old.isPresent()
                    ? to.userCredentials().replace(wanted)
                    : to.userCredentials().add(wanted);
            Changes changes = Changes.NONE
                    .text("label", old.map(UserCredential::label).orElse(null), stored.label())
                    .masked("secret");
            audit.record(to, caller, "credential.set", resource(stored), changes);
            return new Placed<>(new Shown(stored, true), old.isEmpty());
        });
    }

    /**
     * Removes the caller's credential at this provider.
     *
     * @throws Refusal.NotFound {@code credential.not_found}
     */
    public Committed<Provider> remove(Caller caller, Provider provider, @Nullable Long ifVersion) {
        return foundation.storage().write(to -> {
            UserCredential credential = find(to, caller, provider);
            Refusal.Stale.unless(ifVersion, credential.version());
            to.userCredentials().remove(credential.id());
            audit.record(to, caller, "credential.removed", resource(credential), Changes.NONE);
            return provider;
        });
    }

    /**
     * The value, for Atlas to use at the provider on the user's behalf.
     *
     * @return empty if the user has none there
     * @throws Refusal.WrongState {@code secret.cannot_decrypt}
     */
    public Optional<String> value(Repositories from, Id<User> user, Provider provider) {
        return from.userCredentials().at(user, provider).map(found -> vault.open(
                        Vault.ofUser(user, provider), found.secret())
                .orElseThrow(SecretText::cannotDecrypt));
    }

    private Shown shown(UserCredential credential) {
        String purpose = Vault.ofUser(credential.userId(), credential.provider());
        return new Shown(credential, vault.opens(purpose, credential.secret()));
    }

    private static UserCredential find(Repositories from, Caller caller, Provider provider) {
        return from.userCredentials()
                .at(caller.user(), provider)
                .orElseThrow(() ->
                        new Refusal.NotFound("credential.not_found", "There is no credential for this provider."));
    }

    private static Resource resource(UserCredential credential) {
        return new Resource("user_credential", credential.userId() + "/" + credential.provider());
    }
}
