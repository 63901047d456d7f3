package dev.atlas.platformwire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** Signs tokens with one key. Source: RFC 7515 and 7517. */
public final class TeamsSigner {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String id;
    private final KeyPair pair;

    private TeamsSigner(String id, KeyPair pair) {
        this.id = id;
        this.pair = pair;
    }

    /** With a key that nobody knows. */
    public static TeamsSigner fresh(String id) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new TeamsSigner(id, generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    ObjectNode published() {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        ObjectNode published = JSON.objectNode()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("kid", id)
                .put("n", BASE64.encodeToString(unsigned(key.getModulus())))
                .put("e", BASE64.encodeToString(unsigned(key.getPublicExponent())));
        published.putArray("endorsements").add("msteams").add("webchat");
        return published;
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    /** The claims of a token as Teams gives them. */
    public static ObjectNode claims(String serviceUrl, Instant now) {
        return JSON.objectNode()
                .put("iss", "https://api.botframework.com")
                .put("aud", TeamsServer.APP)
                .put("serviceurl", serviceUrl)
                .put("nbf", now.getEpochSecond())
                .put("exp", now.getEpochSecond() + 3600);
    }

    /** The value of the header {@code Authorization}. */
    public String signed(ObjectNode claims) {
        return signed("RS256", claims);
    }

    /** As if it were signed in that way. */
    public String signed(String algorithm, ObjectNode claims) {
        String header = JSON.objectNode()
                .put("alg", algorithm)
                .put("kid", id)
                .put("typ", "JWT")
                .toString();
        String signed = encoded(header) + "." + encoded(claims.toString());
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return "Bearer " + signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
