package dev.atlas.application.identity;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.atlas.application.Foundation;
import java.security.SecureRandom;
import java.util.concurrent.Executor;

/** What can be done with users and roles, signing in, tokens, credentials, secrets and the audit trail. */
public record IdentityUseCases(
        Bootstrap bootstrap,
        Authentication authentication,
        SignIn signIn,
        SessionRenewal sessionRenewal,
        OwnSessions ownSessions,
        OwnTokens ownTokens,
        OwnCredentials ownCredentials,
        Profile profile,
        UserAdministration users,
        RoleAdministration roles,
        SharedCredentials sharedCredentials,
        SecretAdministration secrets,
        AuditReading auditTrail,
        KeyRotation keyRotation,
        CommandLineUsers commandLineUsers,
        IncomingIdentity incoming,
        KeyedDigests keyedDigests) {

    public static IdentityUseCases over(Foundation foundation, Keyring keyring) {
        return over(foundation, keyring, Ticker.systemTicker(), Thread::startVirtualThread);
    }

    /** {@code ticker} tells how old what is remembered is; {@code background} runs what may wait. */
    static IdentityUseCases over(Foundation foundation, Keyring keyring, Ticker ticker, Executor background) {
        SecureRandom random = new SecureRandom();
        Audit audit = new Audit(foundation);
        Vault vault = new Vault(foundation, keyring);
        Standings standings = new Standings(foundation, ticker);
        Administration administration = new Administration(foundation, standings);
        PasswordHashing hashing = new PasswordHashing();
        SigningKeyring signingKeys = new SigningKeyring(foundation, vault);
        AccessTokens accessTokens = new AccessTokens(foundation, signingKeys);
        SignIn signIn = new SignIn(foundation, hashing, new Throttle(foundation), accessTokens, audit, random);
        return new IdentityUseCases(
                new Bootstrap(foundation, vault, signingKeys, hashing, audit, random),
                new Authentication(foundation, accessTokens, standings, background),
                signIn,
                new SessionRenewal(foundation, signingKeys, accessTokens, standings, audit),
                new OwnSessions(foundation, standings, audit),
                new OwnTokens(foundation, standings, audit, random),
                new OwnCredentials(foundation, vault, audit),
                new Profile(foundation, administration, signIn, hashing, audit),
                new UserAdministration(foundation, administration, hashing, audit),
                new RoleAdministration(foundation, administration, audit),
                new SharedCredentials(foundation, vault, audit),
                new SecretAdministration(foundation, vault, audit),
                new AuditReading(foundation),
                new KeyRotation(foundation, vault, audit),
                new CommandLineUsers(administration, hashing, audit),
                new IncomingIdentity(vault, audit),
                new KeyedDigests(signingKeys));
    }
}
