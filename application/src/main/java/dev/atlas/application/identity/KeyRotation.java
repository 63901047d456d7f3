package dev.atlas.application.identity;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.identity.Ciphertext;
import dev.atlas.domain.identity.EncryptionKey;
import dev.atlas.domain.identity.GlobalCredential;
import dev.atlas.domain.identity.Secret;
import dev.atlas.domain.identity.SigningKey;
import dev.atlas.domain.identity.UserCredential;
import dev.atlas.domain.storage.Repositories;
import java.util.List;
import java.util.Optional;

/**
 * Encrypts everything anew with the first key of {@code ATLAS_SECRET_KEY}, after which the others can be taken out of it.
 * Serving goes on meanwhile, as long as every node has both keys.
 */
public final class KeyRotation {

    private static final int AT_ONCE = 200;

    /**
     * What was done.
     *
     * @param encrypted values that have the first key now
     * @param unreadable values left as they are, because this node cannot decrypt them
     */
    public record Report(int encrypted, int unreadable) {

        Report plus(Report other) {
            return new Report(encrypted + other.encrypted, unreadable + other.unreadable);
        }
    }

    private static final Report NOTHING = new Report(0, 0);

    private final Foundation foundation;
    private final Vault vault;
    private final Audit audit;

    KeyRotation(Foundation foundation, Vault vault, Audit audit) {
        this.foundation = foundation;
        this.vault = vault;
        this.audit = audit;
    }

    /** Throws {@link dev.atlas.domain.storage.CannotOpen} if this node lacks a key that something may be encrypted with. */
    public void requireEveryKey() {
        foundation.storage().read(from -> {
            vault.requireEveryKey(from);
            return true;
        });
    }

    /** Rotates in bounded units of work; after an interruption, repeating it goes on. */
    public Report rotate() {
        List<EncryptionKey> known =
                foundation.storage().read(from -> from.encryptionKeys().all());
        List<String> old = known.stream()
                .map(EncryptionKey::id)
                .filter(id -> !id.equals(vault.keyring().first()))
                .toList();
        Report report = NOTHING;
        for (String key : old) {
            Report ofKey =
                    foundation.storage().write(to -> few(to, key)).value().plus(many(key));
            if (ofKey.unreadable() == 0) {
                foundation.storage().write(to -> to.encryptionKeys().remove(key));
            }
            report = report.plus(ofKey);
        }
        Changes changes = Changes.NONE.text(
                "key_id", String.join(",", old), vault.keyring().first());
        foundation.storage().write(to -> {
            audit.record(
                    to,
                    Caller.commandLine(),
                    "secrets.rotated",
                    new Resource("encryption_key", vault.keyring().first()),
                    changes);
            return true;
        });
        return report;
    }

    /** What there is little of: secrets, shared credentials and signing keys. */
    private Report few(Repositories to, String key) {
        Report report = NOTHING;
        for (Secret secret : to.secrets().all()) {
            if (secret.value().keyId().equals(key)) {
                Optional<Ciphertext> fresh = again(to, Vault.ofSecret(secret.name()), secret.value());
                fresh.ifPresent(value -> to.secrets()
                        .replace(new Secret(
                                secret.name(), value, secret.createdAt(), secret.updatedAt(), secret.version())));
                report = report.plus(counted(fresh));
            }
        }
        for (GlobalCredential each : to.globalCredentials().all()) {
            if (each.secret().keyId().equals(key)) {
                Optional<Ciphertext> fresh = again(to, Vault.shared(each.provider()), each.secret());
                fresh.ifPresent(value -> to.globalCredentials()
                        .replace(new GlobalCredential(
                                each.provider(),
                                each.label(),
                                value,
                                each.createdAt(),
                                each.updatedAt(),
                                each.version())));
                report = report.plus(counted(fresh));
            }
        }
        for (SigningKey each : to.signingKeys().all()) {
            if (each.secret().keyId().equals(key)) {
                Optional<Ciphertext> fresh = again(to, Vault.signingKey(each.id()), each.secret());
                fresh.ifPresent(value ->
                        to.signingKeys().replace(new SigningKey(each.id(), value, each.createdAt(), each.version())));
                report = report.plus(counted(fresh));
            }
        }
        return report;
    }

    /** What there may be much of: credentials of users. */
    private Report many(String key) {
        Report report = NOTHING;
        Report some;
        do {
            some = foundation.storage().write(to -> someOfUsers(to, key)).value();
            report = new Report(report.encrypted() + some.encrypted(), some.unreadable());
        } while (some.encrypted() > 0);
        return report;
    }

    private Report someOfUsers(Repositories to, String key) {
        Report report = NOTHING;
        for (UserCredential each : to.userCredentials().under(key, AT_ONCE)) {
            Optional<Ciphertext> fresh = again(to, Vault.ofUser(each.userId(), each.provider()), each.secret());
            fresh.ifPresent(value -> to.userCredentials()
                    .replace(new UserCredential(
                            each.id(),
                            each.userId(),
                            each.provider(),
                            each.label(),
                            value,
                            each.createdAt(),
                            each.updatedAt(),
                            each.version())));
            report = report.plus(counted(fresh));
        }
        return report;
    }

    private Optional<Ciphertext> again(Repositories to, String purpose, Ciphertext sealed) {
        return vault.open(purpose, sealed).map(plain -> vault.seal(to, purpose, plain));
    }

    private static Report counted(Optional<Ciphertext> fresh) {
        return fresh.isPresent() ? new Report(1, 0) : new Report(0, 1);
    }
}
