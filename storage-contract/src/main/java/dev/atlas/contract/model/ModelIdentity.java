package dev.atlas.contract.model;

import dev.atlas.contract.samples.IdentitySamples;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.EncryptionKey;
import dev.atlas.domain.identity.EncryptionKeys;
import dev.atlas.domain.identity.FailedSignIns;
import dev.atlas.domain.identity.GlobalCredential;
import dev.atlas.domain.identity.GlobalCredentials;
import dev.atlas.domain.identity.PersonalToken;
import dev.atlas.domain.identity.PersonalTokens;
import dev.atlas.domain.identity.Provider;
import dev.atlas.domain.identity.Role;
import dev.atlas.domain.identity.Roles;
import dev.atlas.domain.identity.Secret;
import dev.atlas.domain.identity.SecretName;
import dev.atlas.domain.identity.Secrets;
import dev.atlas.domain.identity.Session;
import dev.atlas.domain.identity.Sessions;
import dev.atlas.domain.identity.SignInAttempts;
import dev.atlas.domain.identity.SigningKey;
import dev.atlas.domain.identity.SigningKeys;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.UserCredential;
import dev.atlas.domain.identity.UserCredentials;
import dev.atlas.domain.storage.RecordKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The small ports of identity. */
final class ModelIdentity {

    private ModelIdentity() {}

    static Map<String, Object> ports(Model model) {
        return Map.of(
                "users", new ModelUsers(model),
                "roles", new AllRoles(model),
                "sessions", new AllSessions(model),
                "personalTokens", new AllPersonalTokens(model),
                "encryptionKeys", new AllEncryptionKeys(model),
                "userCredentials", new AllUserCredentials(model),
                "globalCredentials", new AllGlobalCredentials(model),
                "secrets", new AllSecrets(model),
                "signingKeys", new AllSigningKeys(model),
                "signInAttempts", new AllSignInAttempts(model));
    }

    /** Text is ordered by its bytes. */
    private static RecordKey bytes(String text) {
        return new RecordKey.OfText(text);
    }

    private static final class AllRoles extends ModelAggregates<String, Role> implements Roles {
        AllRoles(Model model) {
            super(IdentitySamples.ROLES, model);
        }

        @Override
        public List<Role> all() {
            return where(role -> true)
                    .sorted(Comparator.comparing(role -> bytes(role.name())))
                    .toList();
        }
    }

    private static final class AllSessions extends ModelAggregates<Id<Session>, Session> implements Sessions {
        AllSessions(Model model) {
            super(IdentitySamples.SESSIONS, model);
        }

        @Override
        public Slice<Session> ofUser(Id<User> user, Page page) {
            return newestFirst(
                    page, Session::createdAt, session -> session.userId().equals(user));
        }

        @Override
        public List<Session> expiredBefore(Instant time, int limit) {
            return where(session -> session.expiresAt().isBefore(time))
                    .sorted(Comparator.comparing(Session::expiresAt)
                            .thenComparing(session -> session.id().value(), Id::compare))
                    .limit(limit)
                    .toList();
        }
    }

    private static final class AllPersonalTokens extends ModelAggregates<Id<PersonalToken>, PersonalToken>
            implements PersonalTokens {
        AllPersonalTokens(Model model) {
            super(IdentitySamples.PERSONAL_TOKENS, model);
        }

        @Override
        public Optional<PersonalToken> hashed(String hash) {
            return where(token -> token.hash().equals(hash)).findAny();
        }

        @Override
        public Slice<PersonalToken> ofUser(Id<User> user, Page page) {
            return newestFirst(
                    page, PersonalToken::createdAt, token -> token.userId().equals(user));
        }
    }

    private static final class AllEncryptionKeys extends ModelAggregates<String, EncryptionKey>
            implements EncryptionKeys {
        AllEncryptionKeys(Model model) {
            super(IdentitySamples.ENCRYPTION_KEYS, model);
        }

        @Override
        public List<EncryptionKey> all() {
            return where(key -> true)
                    .sorted(Comparator.comparing(key -> bytes(key.id())))
                    .toList();
        }
    }

    private static final class AllUserCredentials extends ModelAggregates<Id<UserCredential>, UserCredential>
            implements UserCredentials {
        AllUserCredentials(Model model) {
            super(IdentitySamples.USER_CREDENTIALS, model);
        }

        @Override
        public Optional<UserCredential> at(Id<User> user, Provider provider) {
            return where(each -> each.userId().equals(user) && each.provider().equals(provider))
                    .findAny();
        }

        @Override
        public List<UserCredential> ofUser(Id<User> user) {
            return where(each -> each.userId().equals(user))
                    .sorted(Comparator.comparing(each -> bytes(each.provider().value())))
                    .toList();
        }

        @Override
        public List<UserCredential> under(String keyId, int limit) {
            return where(each -> each.secret().keyId().equals(keyId))
                    .sorted(Comparator.comparing(each -> each.id().value(), Id::compare))
                    .limit(limit)
                    .toList();
        }
    }

    private static final class AllGlobalCredentials extends ModelAggregates<Provider, GlobalCredential>
            implements GlobalCredentials {
        AllGlobalCredentials(Model model) {
            super(IdentitySamples.GLOBAL_CREDENTIALS, model);
        }

        @Override
        public List<GlobalCredential> all() {
            return where(each -> true)
                    .sorted(Comparator.comparing(each -> bytes(each.provider().value())))
                    .toList();
        }
    }

    private static final class AllSecrets extends ModelAggregates<SecretName, Secret> implements Secrets {
        AllSecrets(Model model) {
            super(IdentitySamples.SECRETS, model);
        }

        @Override
        public List<Secret> all() {
            return where(each -> true)
                    .sorted(Comparator.comparing(each -> bytes(each.name().value())))
                    .toList();
        }
    }

    private static final class AllSigningKeys extends ModelAggregates<Id<SigningKey>, SigningKey>
            implements SigningKeys {
        AllSigningKeys(Model model) {
            super(IdentitySamples.SIGNING_KEYS, model);
        }

        @Override
        public List<SigningKey> all() {
            return where(key -> true)
                    .sorted(Comparator.comparing(SigningKey::createdAt)
                            .thenComparing(key -> key.id().value(), Id::compare)
                            .reversed())
                    .toList();
        }
    }

    private static final class AllSignInAttempts extends ModelAggregates<String, FailedSignIns>
            implements SignInAttempts {
        AllSignInAttempts(Model model) {
            super(IdentitySamples.SIGN_IN_ATTEMPTS, model);
        }

        @Override
        public List<FailedSignIns> lastFailedBefore(Instant time, int limit) {
            return where(each -> each.last().isBefore(time))
                    .sorted(Comparator.comparing(FailedSignIns::last).thenComparing(each -> bytes(each.subject())))
                    .limit(limit)
                    .toList();
        }
    }
}
