package dev.atlas.application.identity;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.XChaCha20Poly1305Key;
import com.google.crypto.tink.util.SecretBytes;
import dev.atlas.domain.identity.Ciphertext;
import dev.atlas.domain.storage.CannotOpen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys this node has. The first encrypts; all of them decrypt. What a value is for is bound to it: the ciphertext of
 * one secret does not pass for that of another. A node that has none makes one when it encrypts for the first time, so
 * that a start that is refused leaves no key behind. Safe for any number of threads.
 */
public final class Keyring {

    /** Holds the keys: base64 of 32 bytes each, separated by commas. */
    public static final String SETTING = "ATLAS_SECRET_KEY";

    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 8;

    private final @Nullable KeyFile file;
    private volatile SequencedMap<String, Aead> keys;

    private Keyring(@Nullable KeyFile file, SequencedMap<String, Aead> keys) {
        this.file = file;
        this.keys = keys;
    }

    /**
     * From {@value #SETTING}, else from the key file in {@code ATLAS_DATA}, which need not be there yet.
     *
     * @throws CannotOpen if what is there are no keys, or others can read the file
     */
    public static Keyring of(Map<String, String> environment) {
        if (inSetting(environment)) {
            return read(SETTING, environment.getOrDefault(SETTING, ""));
        }
        Keyring keyring = new Keyring(KeyFile.of(environment), Collections.emptyNavigableMap());
        keyring.present();
        return keyring;
    }

    /** True if the keys are given by {@value #SETTING}, so that nobody but the owner can change them. */
    public static boolean inSetting(Map<String, String> environment) {
        return !environment.getOrDefault(SETTING, "").isBlank();
    }

    /**
     * Puts a new key before those in the key file; the others stay for what is encrypted with them, in backups too.
     *
     * @throws CannotOpen if the file cannot be changed
     */
    public static void addToFile(Map<String, String> environment) {
        KeyFile file = KeyFile.of(environment);
        try {
            file.replace(newKey() + "," + file.readOrMake());
        } catch (IOException e) {
            throw new CannotOpen(file + " cannot be changed: check its folder, which ATLAS_DATA names.", e);
        }
    }

    /** Keys in the form of the setting; {@code source} names where they are from. */
    static Keyring read(String source, String keys) {
        return new Keyring(null, parse(source, keys));
    }

    /** A new key in the form of the setting. */
    static String newKey() {
        return Base64.getEncoder()
                .encodeToString(SecretBytes.randomBytes(KEY_BYTES).toByteArray(InsecureSecretKeyAccess.get()));
    }

    /** The id of the key that encrypts. Throws {@link CannotOpen} if there is none and none can be made. */
    String first() {
        return orMade().firstEntry().getKey();
    }

    /** Those of all keys; empty as long as none was made. */
    Set<String> ids() {
        return present().keySet();
    }

    /** Another process may have made the file since. */
    private SequencedMap<String, Aead> present() {
        return keys.isEmpty() && file != null && file.exists() ? orMade() : keys;
    }

    private SequencedMap<String, Aead> orMade() {
        if (keys.isEmpty() && file != null) {
            keys = parse(file.toString(), file.readOrMake());
        }
        return keys;
    }

    Ciphertext encrypt(String purpose, String plain) {
        try {
            Map.Entry<String, Aead> first = orMade().firstEntry();
            byte[] sealed = first.getValue().encrypt(bytes(plain), bytes(purpose));
            return new Ciphertext(first.getKey(), Base64.getEncoder().encodeToString(sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a value could not be encrypted", e);
        }
    }

    /** The value, or empty if it cannot be decrypted: the key is not here, or the ciphertext is of something else. */
    Optional<String> decrypt(String purpose, Ciphertext sealed) {
        Aead key = present().get(sealed.keyId());
        if (key == null) {
            return Optional.empty();
        }
        try {
            byte[] plain = key.decrypt(Base64.getDecoder().decode(sealed.text()), bytes(purpose));
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static SequencedMap<String, Aead> parse(String source, String keys) {
        SequencedMap<String, Aead> parsed = new LinkedHashMap<>();
        for (String key : keys.split(",", -1)) {
            byte[] bytes = decode(source, key.strip());
            parsed.put(id(bytes), aead(bytes));
        }
        return parsed;
    }

    private static byte[] decode(String source, String key) {
        try {
            byte[] bytes = Base64.getDecoder().decode(key);
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // is refused below; the decoder's own message may quote the key
        }
        throw new CannotOpen(source + " does not hold keys: set " + SETTING
                + " to base64 of 32 random bytes, or several of them separated by commas.");
    }

    @AccessesPartialKey // the key comes from the settings, and has to become one of Tink's
    private static Aead aead(byte[] key) {
        try {
            AeadConfig.register();
            return KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.importKey(XChaCha20Poly1305Key.create(
                                    SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get())))
                            .withRandomId()
                            .makePrimary())
                    .build()
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the cipher is not available", e);
        }
    }

    /** A digest of the key: it tells keys apart and nothing about them. */
    private static String id(byte[] key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes("atlas encryption key"));
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(key), ID_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
