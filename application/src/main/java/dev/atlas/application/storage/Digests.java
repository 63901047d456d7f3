package dev.atlas.application.storage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/** SHA-256 in hexadecimal digits. */
final class Digests {

    private Digests() {}

    /** Over these texts, each followed by a line feed. */
    static <T> String of(List<T> items, Function<T, String> text) {
        MessageDigest digest = sha256();
        for (T item : items) {
            digest.update(text.apply(item).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
