package dev.atlas.application.idempotency;

import dev.atlas.application.Caller;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A request whose sender may send it again.
 *
 * @param id digest of caller, route and key: the same for every repetition, and no other request's
 * @param content digest of what is asked, to tell a repetition from another request under the same key
 */
public record RepeatableRequest(String id, String content) {

    /**
     * The request of this caller.
     *
     * @param route the method and the path with its variables unfilled
     * @param key what the client chose
     * @param path the path and query as they were sent
     */
    public static RepeatableRequest of(Caller caller, String route, String key, String path, byte[] body) {
        return new RepeatableRequest(
                digest(bytes(caller.user().toString()), bytes(route), bytes(key)), digest(bytes(path), body));
    }

    /** SHA-256 over these parts, each after its length, in hexadecimal digits. */
    private static String digest(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
