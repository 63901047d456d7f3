package dev.atlas.platforms.slack;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Tells what Slack sends from what somebody else does, or sends again. Source: Slack, verifying requests. */
public final class SlackSignature {

    public static final String HEADER = "X-Slack-Signature";
    public static final String TIMESTAMP = "X-Slack-Request-Timestamp";

    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final String VERSION = "v0";

    private SlackSignature() {}

    /**
     * True if this was signed with the secret at most five minutes ago, or ahead. How long that takes tells nothing about the secret.
     *
     * @param timestamp the header {@value #TIMESTAMP}
     * @param signature the header {@value #HEADER}
     */
    public static boolean matches(
            String signingSecret, @Nullable String timestamp, @Nullable String signature, byte[] body, Instant now) {
        if (signingSecret.isEmpty() || timestamp == null || signature == null || !timestamp.matches("[0-9]{1,12}")) {
            return false;
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                .abs();
        byte[] expected = of(signingSecret, timestamp, body).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8))
                && age.compareTo(WINDOW) <= 0;
    }

    private static String of(String signingSecret, String timestamp, byte[] body) {
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes((VERSION + ":" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
        signed.writeBytes(body);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return VERSION + "=" + HexFormat.of().formatHex(mac.doFinal(signed.toByteArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is not available", e);
        }
    }
}
