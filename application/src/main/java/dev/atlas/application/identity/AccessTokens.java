package dev.atlas.application.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.atlas.application.Foundation;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.identity.Session;
import dev.atlas.domain.identity.User;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/**
 * Short-lived tokens that say who is signed in, signed so that no store need be asked. Checking one takes a third of a
 * cheap request, so those checked before are remembered until they expire.
 */
final class AccessTokens {

    /** Source: decision on tokens. */
    static final Duration LIFE = Duration.ofMinutes(15);

    private static final String ISSUER = "atlas";
    private static final String SESSION = "sid";
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final int LONGEST = 1_000;
    private static final int REMEMBERED = 20_000;

    /** What a good token says. */
    record Claims(Id<User> user, Id<Session> session, Instant expiresAt) {}

    private final Foundation foundation;
    private final SigningKeyring keys;
    private final Cache<String, Claims> good =
            Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterWrite(LIFE).build();

    AccessTokens(Foundation foundation, SigningKeyring keys) {
        this.foundation = foundation;
        this.keys = keys;
    }

    String issue(Id<User> user, Id<Session> session) {
        SigningKeyring.Key key = keys.newest();
        Instant now = foundation.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject(user.toString())
                .claim(SESSION, session.toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .build();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(TYPE)
                .keyID(key.id().toString())
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        try {
            token.sign(new MACSigner(key.secret()));
        } catch (JOSEException e) {
            throw new IllegalStateException("HS256 is not available", e);
        }
        return token.serialize();
    }

    /**
     * What the token says, or empty if it is none of ours or has expired. When it was issued does not matter (RFC 7519,
     * 4.1.6): a clock that was set back signs nobody out.
     */
    Optional<Claims> check(String token) {
        Claims claims = good.getIfPresent(token);
        if (claims == null && token.length() <= LONGEST) {
            claims = verified(token).orElse(null);
            if (claims != null) {
                good.put(token, claims);
            }
        }
        return Optional.ofNullable(claims).filter(found -> foundation.now().isBefore(found.expiresAt()));
    }

    private Optional<Claims> verified(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            JWSHeader header = jwt.getHeader();
            if (!JWSAlgorithm.HS256.equals(header.getAlgorithm()) || !TYPE.equals(header.getType())) {
                return Optional.empty();
            }
            Optional<SigningKeyring.Key> key = keys.find(header.getKeyID());
            if (key.isEmpty() || !jwt.verify(new MACVerifier(key.get().secret()))) {
                return Optional.empty();
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            return Optional.of(new Claims(
                    Id.parse("sub", claims.getSubject()),
                    Id.parse(SESSION, claims.getStringClaim(SESSION)),
                    claims.getExpirationTime().toInstant()));
        } catch (ParseException | JOSEException | InvalidValue e) {
            return Optional.empty();
        }
    }
}
