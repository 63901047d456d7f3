package dev.atlas.application.identity;

import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Session;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;

/**
 * The token that renews a session: its id and 32 secret bytes. The one that follows another is computed from it with a
 * key of the store, so that a client whose answer was lost can be given the same one again without its being kept.
 */
record RefreshToken(Id<Session> session, String text) {

    private static final String PREFIX = "atlas_rt_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{64}");
    private static final int SECRET_BYTES = 32;

    static RefreshToken first(Id<Session> session, SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return of(session, secret);
    }

    /** Empty for what never was one. */
    static Optional<RefreshToken> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.substring(PREFIX.length())));
        return Optional.of(new RefreshToken(new Id<>(new UUID(bytes.getLong(), bytes.getLong())), text));
    }

    RefreshToken next(SecretKey key) {
        return of(session, Digests.keyed(key, "next of " + text));
    }

    String hash() {
        return Digests.of(text);
    }

    private static RefreshToken of(Id<Session> session, byte[] secret) {
        byte[] bytes = ByteBuffer.allocate(2 * Long.BYTES + SECRET_BYTES)
                .putLong(session.value().getMostSignificantBits())
                .putLong(session.value().getLeastSignificantBits())
                .put(secret)
                .array();
        return new RefreshToken(
                session, PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "RefreshToken[of " + session + "]";
    }
}
