package dev.atlas.application.identity;

import dev.atlas.application.Foundation;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.SigningKey;
import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.Repositories;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The signing keys of the store, decrypted. Read once: bootstrap makes the only one under a guard, before anybody signs in. */
final class SigningKeyring {

    /** Long enough for HS256. */
    private static final int KEY_BYTES = 32;

    record Key(Id<SigningKey> id, SecretKey secret) {}

    private final Foundation foundation;
    private final Vault vault;
    private volatile List<Key> keys = List.of();

    SigningKeyring(Foundation foundation, Vault vault) {
        this.foundation = foundation;
        this.vault = vault;
    }

    /** Adds a first key to a store that has none. */
    void makeFirst(Repositories to, SecureRandom random) {
        if (to.signingKeys().all().isEmpty()) {
            byte[] secret = new byte[KEY_BYTES];
            random.nextBytes(secret);
            Id<SigningKey> id = foundation.ids().next();
            String text = Base64.getEncoder().encodeToString(secret);
            to.signingKeys().add(new SigningKey(id, vault.seal(to, Vault.signingKey(id), text), foundation.now(), 0));
        }
    }

    Key newest() {
        return all().getFirst();
    }

    Optional<Key> find(@Nullable String id) {
        return all().stream().filter(key -> key.id().toString().equals(id)).findFirst();
    }

    /** Newest first. Throws {@link IllegalStateException} before bootstrap. */
    List<Key> all() {
        List<Key> known = keys;
        if (known.isEmpty()) {
            List<SigningKey> stored =
                    foundation.storage().read(from -> from.signingKeys().all());
            known = stored.stream().map(this::decrypted).toList();
            if (known.isEmpty()) {
                throw new IllegalStateException("the store has no signing key: it was not bootstrapped");
            }
            keys = known;
        }
        return known;
    }

    private Key decrypted(SigningKey key) {
        String secret = vault.open(Vault.signingKey(key.id()), key.secret())
                .orElseThrow(() ->
                        new CannotOpen("The key that signs access tokens cannot be decrypted: set " + Keyring.SETTING
                                + " to the key it was encrypted with, or put the key file back into ATLAS_DATA."));
        return new Key(key.id(), new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
    }
}
