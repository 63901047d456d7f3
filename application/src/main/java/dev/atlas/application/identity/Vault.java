package dev.atlas.application.identity;

import dev.atlas.application.Foundation;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Ciphertext;
import dev.atlas.domain.identity.EncryptionKey;
import dev.atlas.domain.identity.Provider;
import dev.atlas.domain.identity.SecretName;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.Repositories;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Encrypts what the store keeps, and sees to it that the store knows by which key. */
record Vault(Foundation foundation, Keyring keyring) {

    static String ofSecret(SecretName name) {
        return "secret:" + name;
    }

    static String ofUser(Id<User> user, Provider provider) {
        return "user-credential:" + user + ":" + provider;
    }

    static String shared(Provider provider) {
        return "global-credential:" + provider;
    }

    static String signingKey(Id<?> id) {
        return "signing-key:" + id;
    }

    /** Encrypts {@code plain} for this purpose alone, to be stored by this unit. */
    Ciphertext seal(Repositories to, String purpose, String plain) {
        Ciphertext sealed = keyring.encrypt(purpose, plain);
        if (to.encryptionKeys().find(sealed.keyId()).isEmpty()) {
            to.encryptionKeys().add(new EncryptionKey(sealed.keyId(), foundation.now(), 0));
        }
        return sealed;
    }

    /** The value, or empty if this node cannot decrypt it. */
    Optional<String> open(String purpose, Ciphertext sealed) {
        return keyring.decrypt(purpose, sealed);
    }

    boolean opens(String purpose, Ciphertext sealed) {
        return open(purpose, sealed).isPresent();
    }

    /** Throws {@link CannotOpen} if something in the store may be encrypted with a key that is not here. */
    void requireEveryKey(Repositories from) {
        requireEvery(from.encryptionKeys().all(), keyring.ids());
    }

    /** Throws {@link CannotOpen} unless each of {@code known} is one of those that are {@code here}. */
    static void requireEvery(List<EncryptionKey> known, Set<String> here) {
        List<String> missing = known.stream()
                .map(EncryptionKey::id)
                .filter(id -> !here.contains(id))
                .toList();
        if (!missing.isEmpty()) {
            throw new CannotOpen(
                    "The store holds values encrypted with a key that is not here (" + String.join(", ", missing)
                            + "): add it to " + Keyring.SETTING + ", or put the key file back into ATLAS_DATA.");
        }
    }
}
