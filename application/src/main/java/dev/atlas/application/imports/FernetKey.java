package dev.atlas.application.imports;

import dev.atlas.domain.InvalidValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which the predecessor encrypted its settings. Fernet is HMAC-SHA256 over AES-128-CBC, which the JDK has; the one
 * library for it, fernet-java8, was built last in 2020, and only reading is wanted here. Source: the Fernet specification.
 */
final class FernetKey {

    private static final int KEY_BYTES = 32;
    private static final int HALF = 16;
    private static final int HEADER_BYTES = 1 + Long.BYTES + HALF;
    private static final int MAC_BYTES = 32;
    private static final byte VERSION = (byte) 0x80;

    private final SecretKeySpec signing;
    private final SecretKeySpec encryption;

    private FernetKey(byte[] key) {
        this.signing = new SecretKeySpec(key, 0, HALF, "HmacSHA256");
        this.encryption = new SecretKeySpec(key, HALF, HALF, "AES");
    }

    /** Reads the URL-safe base64 of 32 bytes. Throws {@link InvalidValue} naming {@code field} for anything else. */
    static FernetKey of(String field, String text) {
        byte[] key = bytes(field, text, "must be 32 bytes in URL-safe base64");
        if (key.length != KEY_BYTES) {
            throw new InvalidValue(field, "must be 32 bytes in URL-safe base64");
        }
        return new FernetKey(key);
    }

    /** What a token holds, however old it is. Throws {@link InvalidValue} naming {@code field} unless this key made it. */
    String decrypt(String field, String token) {
        byte[] bytes = bytes(field, token, "is not encrypted as it should be");
        if (bytes.length < HEADER_BYTES + HALF + MAC_BYTES || bytes[0] != VERSION) {
            throw new InvalidValue(field, "is not encrypted as it should be");
        }
        int signed = bytes.length - MAC_BYTES;
        try {
            Mac mac = Mac.getInstance(signing.getAlgorithm());
            mac.init(signing);
            mac.update(bytes, 0, signed);
            if (!MessageDigest.isEqual(mac.doFinal(), Arrays.copyOfRange(bytes, signed, bytes.length))) {
                throw new InvalidValue(field, "cannot be decrypted with this key");
            }
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(Cipher.DECRYPT_MODE, encryption, new IvParameterSpec(bytes, HEADER_BYTES - HALF, HALF));
            byte[] plain = cipher.doFinal(bytes, HEADER_BYTES, signed - HEADER_BYTES);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(plain))
                    .toString();
        } catch (GeneralSecurityException | CharacterCodingException e) {
            throw new InvalidValue(field, "cannot be decrypted with this key");
        }
    }

    private static byte[] bytes(String field, String text, String problem) {
        try {
            return Base64.getUrlDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new InvalidValue(field, problem);
        }
    }

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "FernetKey";
    }
}
