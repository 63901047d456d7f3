package dev.atlas.contract.samples;

import dev.atlas.contract.samples.Link.WhenGone;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.AuditEntry;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.identity.Ciphertext;
import dev.atlas.domain.identity.EncryptionKey;
import dev.atlas.domain.identity.FailedSignIns;
import dev.atlas.domain.identity.GlobalCredential;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.PersonalToken;
import dev.atlas.domain.identity.PersonalTokens;
import dev.atlas.domain.identity.Provider;
import dev.atlas.domain.identity.Role;
import dev.atlas.domain.identity.Secret;
import dev.atlas.domain.identity.SecretName;
import dev.atlas.domain.identity.Session;
import dev.atlas.domain.identity.SigningKey;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.UserCredential;
import dev.atlas.domain.identity.UserCredentials;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.identity.Users;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Repositories;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** People, what they may do, and what they sign in with. */
public final class IdentitySamples {

    public static final Port<Id<User>, User> USERS = new Port<>(
            "users",
            Repositories::users,
            (samples, repositories) -> user(samples, samples.id()),
            List.of(UniqueValue.of(Users.USERNAME, "username")));

    public static final Port<String, Role> ROLES =
            new Port<>("roles", Repositories::roles, (samples, repositories) -> role(samples), List.of());

    public static final Port<Id<Session>, Session> SESSIONS =
            new Port<>("sessions", Repositories::sessions, IdentitySamples::session, List.of());

    public static final Port<Id<PersonalToken>, PersonalToken> PERSONAL_TOKENS = new Port<>(
            "personal_tokens",
            Repositories::personalTokens,
            IdentitySamples::token,
            List.of(UniqueValue.of(PersonalTokens.HASH, "hash")));

    public static final Port<String, EncryptionKey> ENCRYPTION_KEYS = new Port<>(
            "encryption_keys",
            Repositories::encryptionKeys,
            (samples, repositories) -> new EncryptionKey(samples.word(), samples.instant(), 0),
            List.of());

    public static final Port<Id<UserCredential>, UserCredential> USER_CREDENTIALS = new Port<>(
            "user_credentials",
            Repositories::userCredentials,
            (samples, repositories) -> new UserCredential(
                    samples.id(),
                    samples.referTo(USERS, repositories),
                    new Provider(samples.word()),
                    samples.maybe(samples::word),
                    ciphertext(samples, repositories),
                    samples.instant(),
                    samples.instant(),
                    0),
            List.of(UniqueValue.of(UserCredentials.PROVIDER_PER_USER, "userId", "provider")));

    public static final Port<Provider, GlobalCredential> GLOBAL_CREDENTIALS = new Port<>(
            "global_credentials",
            Repositories::globalCredentials,
            (samples, repositories) -> new GlobalCredential(
                    new Provider(samples.word()),
                    samples.maybe(samples::word),
                    ciphertext(samples, repositories),
                    samples.instant(),
                    samples.instant(),
                    0),
            List.of());

    public static final Port<SecretName, Secret> SECRETS = new Port<>(
            "secrets",
            Repositories::secrets,
            (samples, repositories) -> new Secret(
                    new SecretName(samples.word()),
                    ciphertext(samples, repositories),
                    samples.instant(),
                    samples.instant(),
                    0),
            List.of());

    public static final Port<Id<SigningKey>, SigningKey> SIGNING_KEYS = new Port<>(
            "signing_keys",
            Repositories::signingKeys,
            (samples, repositories) ->
                    new SigningKey(samples.id(), ciphertext(samples, repositories), samples.instant(), 0),
            List.of());

    public static final Port<String, FailedSignIns> SIGN_IN_ATTEMPTS = new Port<>(
            "sign_in_attempts",
            Repositories::signInAttempts,
            (samples, repositories) -> new FailedSignIns(
                    "account:" + samples.word(),
                    samples.count(),
                    samples.instant(),
                    samples.instant(),
                    samples.maybe(samples::instant),
                    0),
            List.of());

    public static final List<Port<?, ?>> PORTS = List.of(
            USERS,
            ROLES,
            SESSIONS,
            PERSONAL_TOKENS,
            ENCRYPTION_KEYS,
            USER_CREDENTIALS,
            GLOBAL_CREDENTIALS,
            SECRETS,
            SIGNING_KEYS,
            SIGN_IN_ATTEMPTS);

    public static final List<Link<?, ?, ?>> LINKS = List.of(
            new Link<User, Id<User>, Session>(USERS, SESSIONS, "userId", WhenGone.REMOVED),
            new Link<User, Id<User>, PersonalToken>(USERS, PERSONAL_TOKENS, "userId", WhenGone.REMOVED),
            new Link<User, Id<User>, UserCredential>(USERS, USER_CREDENTIALS, "userId", WhenGone.REMOVED),
            new Link<EncryptionKey, String, UserCredential>(
                    ENCRYPTION_KEYS, USER_CREDENTIALS, "secret.keyId", WhenGone.REFUSED),
            new Link<EncryptionKey, String, GlobalCredential>(
                    ENCRYPTION_KEYS, GLOBAL_CREDENTIALS, "secret.keyId", WhenGone.REFUSED),
            new Link<EncryptionKey, String, Secret>(ENCRYPTION_KEYS, SECRETS, "value.keyId", WhenGone.REFUSED),
            new Link<EncryptionKey, String, SigningKey>(
                    ENCRYPTION_KEYS, SIGNING_KEYS, "secret.keyId", WhenGone.REFUSED));

    private IdentitySamples() {}

    public static User user(Samples samples, Id<User> id) {
        return new User(
                id,
                new Username(samples.word()),
                samples.maybe(samples::text),
                samples.maybe(() -> samples.word() + "@example.org"),
                samples.word(),
                samples.maybe(() -> "$argon2id$" + samples.word()),
                samples.chance(),
                samples.instant(),
                samples.instant(),
                0);
    }

    /** Of a user and a project that need not be there: the trail outlives them. */
    public static AuditEntry auditEntry(Samples samples) {
        return new AuditEntry(
                samples.id(),
                samples.instant(),
                new AuditEntry.Actor(samples.maybe(samples::<User>id), samples.word()),
                samples.oneOf(List.of("user.created", "role.changed", "project.viewed")),
                new AuditEntry.Resource("user", samples.word()),
                samples.maybe(samples::<Project>id),
                Changes.NONE.text("display_name", samples.word(), samples.maybe(samples::text)),
                samples.maybe(samples::<Session>id),
                new AuditEntry.Origin(
                        samples.maybe(samples::word), samples.maybe(() -> "::1"), samples.maybe(samples::text)));
    }

    private static Role role(Samples samples) {
        return new Role(
                samples.word(),
                samples.word(),
                samples.maybe(samples::text),
                permissions(samples),
                samples.instant(),
                samples.instant(),
                0);
    }

    private static Session session(Samples samples, Repositories repositories) {
        return new Session(
                samples.id(),
                samples.referTo(USERS, repositories),
                samples.word(),
                samples.maybe(() -> "before-" + samples.word()),
                samples.maybe(() -> "::1"),
                samples.maybe(samples::text),
                samples.instant(),
                samples.instant(),
                samples.instant(),
                0);
    }

    private static PersonalToken token(Samples samples, Repositories repositories) {
        return new PersonalToken(
                samples.id(),
                samples.referTo(USERS, repositories),
                samples.text(),
                samples.word(),
                permissions(samples),
                samples.instant(),
                samples.maybe(samples::instant),
                samples.maybe(samples::instant),
                0);
    }

    private static Ciphertext ciphertext(Samples samples, Repositories repositories) {
        return new Ciphertext(samples.referTo(ENCRYPTION_KEYS, repositories), samples.word());
    }

    private static Set<Permission> permissions(Samples samples) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (int i = samples.number(5); i > 0; i--) {
            permissions.add(samples.oneOf(Permission.class));
        }
        return permissions;
    }
}
