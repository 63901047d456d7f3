package dev.atlas.platforms.teams;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.atlas.application.bots.platform.PlatformFailure;
import dev.atlas.platforms.http.PlatformHttp;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells what Teams sends from what somebody else does. Source: Bot Framework, authentication with the Bot Connector API. Safe for many
 * threads.
 */
public final class TeamsTokens {

    private static final String ISSUER = "https://api.botframework.com";
    private static final String SCHEME = "Bearer ";

    /** By how much clocks may differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final int LONGEST = 16 << 10;

    private final TeamsKeys keys;
    private final String appId;
    private final Clock clock;

    public TeamsTokens(PlatformHttp http, TeamsAccess access, Clock clock) {
        this.keys = new TeamsKeys(http, access.metadata(), clock);
        this.appId = access.appId();
        this.clock = clock;
    }

    /**
     * True if Teams signed this for the app, now, and for what the activity says of itself.
     *
     * @param authorization the header of that name
     * @throws PlatformFailure if the keys of Teams have to be asked for and cannot be: it may try again
     */
    public boolean accept(@Nullable String authorization, TeamsActivity activity) {
        if (authorization == null || !authorization.startsWith(SCHEME) || authorization.length() > LONGEST) {
            return false;
        }
        try {
            SignedJWT token =
                    SignedJWT.parse(authorization.substring(SCHEME.length()).strip());
            String id = token.getHeader().getKeyID();
            if (id == null || !JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())) {
                return false;
            }
            Optional<TeamsKeys.Key> key = keys.find(id);
            return key.isPresent()
                    && key.get().channels().contains(activity.channel())
                    && token.verify(new RSASSAVerifier(key.get().key()))
                    && isFor(token.getJWTClaimsSet(), activity);
        } catch (ParseException | JOSEException e) {
            return false;
        }
    }

    private boolean isFor(JWTClaimsSet claims, TeamsActivity activity) {
        Instant now = clock.instant();
        Date expires = claims.getExpirationTime();
        Date begins = claims.getNotBeforeTime();
        Object service = claims.getClaim("serviceurl");
        return ISSUER.equals(claims.getIssuer())
                && claims.getAudience().contains(appId)
                && expires != null
                && now.isBefore(expires.toInstant().plus(SKEW))
                && (begins == null || !now.isBefore(begins.toInstant().minus(SKEW)))
                && activity.serviceAddress().equals(service);
    }
}
