package dev.atlas.application.identity;

import dev.atlas.application.Caller;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.identity.Ciphertext;
import dev.atlas.domain.identity.Guards;
import dev.atlas.domain.identity.Provider;
import dev.atlas.domain.identity.SecretName;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Repositories;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How what another system knew of people and secrets is kept here; for whoever holds the store, on the command line. */
public final class IncomingIdentity {

    private final Vault vault;
    private final Audit audit;

    IncomingIdentity(Vault vault, Audit audit) {
        this.vault = vault;
        this.audit = audit;
    }

    /** Encrypts what a user signs in to a provider with, to be stored by this unit. */
    public Ciphertext credential(Repositories to, Id<User> user, Provider provider, String plain) {
        return vault.seal(to, Vault.ofUser(user, provider), plain);
    }

    /** The same for what everybody signs in with. */
    public Ciphertext sharedCredential(Repositories to, Provider provider, String plain) {
        return vault.seal(to, Vault.shared(provider), plain);
    }

    /** The same for a secret. */
    public Ciphertext secret(Repositories to, SecretName name, String plain) {
        return vault.seal(to, Vault.ofSecret(name), plain);
    }

    /** The names of the secrets of Atlas that can still be read. */
    public Set<String> readableSecrets(Repositories from) {
        return from.secrets().all().stream()
                .filter(secret -> vault.opens(Vault.ofSecret(secret.name()), secret.value()))
                .map(secret -> secret.name().value())
                .collect(Collectors.toSet());
    }

    /** What such a secret of Atlas says; empty if there is none, or nobody can read it any more. */
    public Optional<String> secretValue(Repositories from, SecretName name) {
        return from.secrets().find(name).flatMap(secret -> vault.open(Vault.ofSecret(name), secret.value()));
    }

    /** A value that can be kept encrypted. Throws {@link InvalidValue} naming {@code field} for any other. */
    public static String value(String field, String plain) {
        return SecretText.of(field, plain);
    }

    /** As what a token is kept that another system has given out. Throws {@link InvalidValue} if it is too weak to be one. */
    public static String tokenHash(String field, String token) {
        if (!PersonalTokenText.looksLikeOne(token)) {
            throw new InvalidValue(field, "must be 32 bytes in URL-safe base64 to sign somebody in");
        }
        return Digests.of(token);
    }

    /** Tells the audit trail what this unit takes over. */
    public void note(Repositories to, String action, Resource resource) {
        audit.record(to, Caller.commandLine(), action, resource, Changes.NONE);
    }

    /** To be called before users or roles are changed: one change after another. */
    public void begin(Repositories to) {
        to.guards().pass(Guards.ADMINISTRATION);
    }

    /** Throws if a change of this unit has left nobody who may administer users and roles. */
    public void requireAdministrator(Repositories to) {
        Administration.requireAdministrator(to);
    }
}
