package dev.atlas.application.identity;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.Secret;
import dev.atlas.domain.identity.SecretName;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Secrets by name. Values go in and are given to nobody; the last one put is the one that counts. */
public final class SecretAdministration {

    /** A secret, and whether this node can decrypt it. */
    public record Shown(Secret secret, boolean readable) {}

    private final Foundation foundation;
    private final Vault vault;
    private final Audit audit;

    SecretAdministration(Foundation foundation, Vault vault, Audit audit) {
        this.foundation = foundation;
        this.vault = vault;
        this.audit = audit;
    }

    /** All, by name. */
    public CompletableFuture<List<Shown>> list(Caller caller) {
        caller.require(Permission.SECRET_MANAGE);
        return foundation.storage().readAsync(from -> from.secrets().all().stream()
                .map(this::shown)
                .toList());
    }

    /**
     * The secret of this name, without its value.
     *
     * @throws Refusal.NotFound {@code secret.not_found}
     */
    public CompletableFuture<Shown> get(Caller caller, SecretName name) {
        caller.require(Permission.SECRET_MANAGE);
        return foundation.storage().readAsync(from -> shown(find(from, name)));
    }

    /** Adds the secret or gives it another value, as {@link SecretText} wants it. */
    public Committed<Placed<Shown>> put(Caller caller, SecretName name, String value, @Nullable Long ifVersion) {
        caller.require(Permission.SECRET_MANAGE);
        return foundation.storage().write(to -> {
            Optional<Secret> old = to.secrets().find(name);
            old.ifPresent(found -> Refusal.Stale.unless(ifVersion, found.version()));
            return new Placed<>(new Shown(keep(to, caller, name, value), true), old.isEmpty());
        });
    }

    /** The same within a unit of work, for use cases that have asked for a permission of their own. */
    public Secret keep(Repositories to, Caller caller, SecretName name, String value) {
        String plain = SecretText.of("value", value);
        Instant now = foundation.now();
        Optional<Secret> old = to.secrets().find(name);
        Secret wanted = new Secret(
                name,
                vault.seal(to, Vault.ofSecret(name), plain),
                old.map(Secret::createdAt).orElse(now),
                now,
                old.map(Secret::version).orElse(0L));
        Secret stored =
                old.isPresent() ? to.secrets().replace(wanted) : to.secrets().add(wanted);
        audit.record(to, caller, "secret.set", resource(name), Changes.NONE.masked("value"));
        return stored;
    }

    /**
     * Removes the secret of this name.
     *
     * @throws Refusal.NotFound {@code secret.not_found}
     */
    public Committed<SecretName> remove(Caller caller, SecretName name, @Nullable Long ifVersion) {
        caller.require(Permission.SECRET_MANAGE);
        return foundation.storage().write(to -> {
            Refusal.Stale.unless(ifVersion, find(to, name).version());
            to.secrets().remove(name);
            audit.record(to, caller, "secret.removed", resource(name), Changes.NONE);
            return name;
        });
    }

    /**
     * The value, for Atlas itself to use.
     *
     * @return empty if there is no such secret
     * @throws Refusal.WrongState {@code secret.cannot_decrypt}
     */
    public Optional<String> value(Repositories from, SecretName name) {
        return from.secrets().find(name).map(found -> vault.open(Vault.ofSecret(name), found.value())
                .orElseThrow(SecretText::cannotDecrypt));
    }

    private Shown shown(Secret secret) {
        return new Shown(secret, vault.opens(Vault.ofSecret(secret.name()), secret.value()));
    }

    private static Secret find(Repositories from, SecretName name) {
        return from.secrets()
                .find(name)
                .orElseThrow(() -> new Refusal.NotFound("secret.not_found", "There is no such secret."));
    }

    private static Resource resource(SecretName name) {
        return new Resource("secret", name.value());
    }
}
