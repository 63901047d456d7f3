package dev.atlas.persistence;

import dev.atlas.domain.storage.Column;
import dev.atlas.domain.storage.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A short name for the shape of all stored kinds: two stores can exchange records only if theirs are equal. */
public final class SchemaFingerprint {

    private static final int BYTES = 8;

    private SchemaFingerprint() {}

    /** Sixteen hexadecimal digits. */
    public static String of(List<Kind> kinds) {
        StringBuilder shape = new StringBuilder();
        for (Kind kind : kinds) {
            shape.append(kind.name()).append(kind.moves() ? '\n' : '!');
            for (Column column : kind.columns()) {
                shape.append(column.name()).append(':').append(column.type());
                shape.append(column.nullable() ? "?\n" : "\n");
            }
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(shape.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
