package dev.atlas.sqlite.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.AuditEntry;
import dev.atlas.domain.identity.AuditFilter;
import dev.atlas.domain.identity.Changes;
import dev.atlas.domain.identity.Ciphertext;
import dev.atlas.domain.identity.DefaultRoles;
import dev.atlas.domain.identity.EncryptionKey;
import dev.atlas.domain.identity.FailedSignIns;
import dev.atlas.domain.identity.GlobalCredential;
import dev.atlas.domain.identity.Guards;
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
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Conflict;
import dev.atlas.sqlite.Backend;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityPortsTest {

    private static final Instant NOW = Instant.parse("2025-10-19T18:32:26.111910Z");
    private static final String KEY = "0123456789abcdef";
    private static final Ciphertext SEALED = new Ciphertext(KEY, "c2VhbGVk");

    private Storage storage;
    private final User ann = user(1, "ann");

    @BeforeEach
    void open(@TempDir Path folder) {
        storage = new Backend().open("sqlite:" + folder.resolve("atlas.db"), Map.of());
        storage.write(to -> {
            to.encryptionKeys().add(new EncryptionKey(KEY, NOW, 0));
            return to.users().add(ann);
        });
    }

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void rolesComeBackAsTheyWereByName() {
        List<Role> defaults = DefaultRoles.all(NOW);
        storage.write(to -> defaults.reversed().stream().map(to.roles()::add).toList());

        assertRead(defaults, from -> from.roles().all());
        assertRead(Optional.of(defaults.getLast()), from -> from.roles().find("viewer"));
        assertRead(true, from -> from.users().anyWithRole("admin"));
        assertRead(false, from -> from.users().anyWithRole("viewer"));
        assertRead(List.of(ann), from -> from.users().activeWithRole(List.of("admin", "viewer"), 5));
        assertRead(List.of(), from -> from.users().activeWithRole(List.of(), 5));
    }

    @Test
    void sessionsAreListedNewestFirstAndGoWithTheirUser() {
        Session old = session(1, NOW.minusSeconds(10), NOW.plusSeconds(5));
        Session fresh = session(2, NOW, NOW.plusSeconds(50)).exchanged("t", "::1", "curl", NOW, NOW.plusSeconds(60));
        storage.write(to -> List.of(to.sessions().add(old), to.sessions().add(fresh)));

        Slice<Session> first = storage.read(from -> from.sessions().ofUser(ann.id(), Page.first(1)));
        assertThat(first.items()).containsExactly(fresh);
        Cursor next = first.next();
        assertRead(new Slice<>(List.of(old), null), from -> from.sessions().ofUser(ann.id(), new Page(1, next)));
        assertRead(List.of(old), from -> from.sessions().expiredBefore(NOW.plusSeconds(6), 9));

        storage.write(to -> to.users().remove(ann.id()));
        assertRead(Optional.empty(), from -> from.sessions().find(old.id()));
    }

    @Test
    void personalTokensAreFoundByTheirHashWhichIsUnique() {
        PersonalToken token = token(1, "hash");
        storage.write(to -> to.personalTokens().add(token));

        assertRead(Optional.of(token), from -> from.personalTokens().hashed("hash"));
        assertRead(Optional.empty(), from -> from.personalTokens().hashed("HASH"));
        assertRead(
                new Slice<>(List.of(token), null), from -> from.personalTokens().ofUser(ann.id(), Page.first(5)));
        assertThatThrownBy(() -> storage.write(to -> to.personalTokens().add(token(2, "hash"))))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.rule()).isEqualTo(PersonalTokens.HASH));
    }

    @Test
    void credentialsAndSecretsComeBackAsTheyWere() {
        Provider openai = new Provider(" OpenAI ");
        UserCredential mine =
                new UserCredential(new Id<>(new UUID(9, 1)), ann.id(), openai, "work", SEALED, NOW, NOW, 0);
        GlobalCredential shared = new GlobalCredential(openai, null, SEALED, NOW, NOW, 0);
        Secret secret = new Secret(new SecretName("vcenter:1:password"), SEALED, NOW, NOW, 0);
        SigningKey older = new SigningKey(new Id<>(new UUID(9, 3)), SEALED, NOW.minusSeconds(1), 0);
        SigningKey newer = new SigningKey(new Id<>(new UUID(9, 2)), SEALED, NOW, 0);
        storage.write(to -> {
            to.userCredentials().add(mine);
            to.globalCredentials().add(shared);
            to.secrets().add(secret);
            to.signingKeys().add(newer);
            return to.signingKeys().add(older);
        });

        assertRead(Optional.of(mine), from -> from.userCredentials().at(ann.id(), openai));
        assertRead(List.of(mine), from -> from.userCredentials().ofUser(ann.id()));
        assertRead(List.of(mine), from -> from.userCredentials().under(KEY, 9));
        assertRead(List.of(), from -> from.userCredentials().under("other", 9));
        assertRead(Optional.of(shared), from -> from.globalCredentials().find(openai));
        assertRead(List.of(shared), from -> from.globalCredentials().all());
        assertRead(Optional.of(secret), from -> from.secrets().find(secret.name()));
        assertRead(List.of(secret), from -> from.secrets().all());
        assertRead(List.of(newer, older), from -> from.signingKeys().all());
        UserCredential again =
                new UserCredential(new Id<>(new UUID(9, 9)), ann.id(), openai, null, SEALED, NOW, NOW, 0);
        assertThatThrownBy(() -> storage.write(to -> to.userCredentials().add(again)))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.rule()).isEqualTo(UserCredentials.PROVIDER_PER_USER));
    }

    @Test
    void aKeyThatEncryptedSomethingStaysAndAnUnknownOneEncryptsNothing() {
        storage.write(to -> to.secrets().add(new Secret(new SecretName("a"), SEALED, NOW, NOW, 0)));
        Secret unknown = new Secret(new SecretName("b"), new Ciphertext("unknown", ""), NOW, NOW, 0);

        assertReference(to -> to.encryptionKeys().remove(KEY));
        assertReference(to -> to.secrets().add(unknown));
        assertRead(List.of(new EncryptionKey(KEY, NOW, 0)), from -> from.encryptionKeys()
                .all());
    }

    @Test
    void theAuditTrailIsNewestFirstAndOutlivesItsUser() {
        AuditEntry first = entry(1, NOW, "user.created", ann.id());
        AuditEntry second = entry(2, NOW.plusSeconds(1), "role.changed", null);
        storage.write(to -> {
            to.auditTrail().add(first);
            to.auditTrail().add(second);
            return to.users().remove(ann.id());
        });

        assertThat(audit(AuditFilter.NONE)).containsExactly(second, first);
        assertThat(audit(new AuditFilter(ann.id(), null, null, null, null))).containsExactly(first);
        assertThat(audit(new AuditFilter(null, null, "role.changed", null, null)))
                .containsExactly(second);
        assertThat(audit(new AuditFilter(null, null, null, NOW.plusSeconds(1), null)))
                .containsExactly(second);
        assertThat(audit(new AuditFilter(null, null, null, null, NOW.plusSeconds(1))))
                .containsExactly(first);
        assertThat(audit(new AuditFilter(null, new Id<>(new UUID(4, 4)), null, null, null)))
                .containsExactly(second, first);
        assertThat(audit(new AuditFilter(null, new Id<>(new UUID(4, 5)), null, null, null)))
                .isEmpty();
    }

    @Test
    void failedSignInsAreCountedAndFoundWhenOld() {
        FailedSignIns failed = FailedSignIns.first("account:ann", NOW);
        storage.write(to -> to.signInAttempts().add(failed));
        FailedSignIns more = storage.write(to -> to.signInAttempts().replace(failed.andOneMore(NOW, 2)))
                .value();

        assertRead(Optional.of(more), from -> from.signInAttempts().find("account:ann"));
        assertThat(more.blockedUntil()).isEqualTo(NOW.plusSeconds(30));
        assertRead(List.of(), from -> from.signInAttempts().lastFailedBefore(NOW, 9));
        assertRead(List.of(more), from -> from.signInAttempts().lastFailedBefore(NOW.plusSeconds(1), 9));
    }

    @Test
    void everyUnitMayPassTheGuard() {
        for (int i = 0; i < 3; i++) {
            storage.write(to -> {
                to.guards().pass(Guards.ADMINISTRATION);
                return true;
            });
        }
    }

    private <R> void assertRead(R expected, Function<? super Repositories, R> work) {
        R found = storage.read(work);
        assertThat((Object) found).isEqualTo(expected);
    }

    private List<AuditEntry> audit(AuditFilter filter) {
        Slice<AuditEntry> found = storage.read(from -> from.auditTrail().list(filter, Page.first(9)));
        return found.items();
    }

    private void assertReference(Function<? super Repositories, ?> work) {
        assertThatThrownBy(() -> storage.write(work::apply))
                .isInstanceOfSatisfying(
                        Conflict.class, e -> assertThat(e.rule()).isEqualTo(Conflict.REFERENCE));
    }

    private static User user(long number, String name) {
        return new User(
                new Id<>(new UUID(1, number)), new Username(name), null, null, "admin", null, true, NOW, NOW, 0);
    }

    private Session session(long number, Instant created, Instant expires) {
        return new Session(
                new Id<>(new UUID(2, number)),
                ann.id(),
                "hash" + number,
                null,
                null,
                null,
                created,
                created,
                expires,
                0);
    }

    private PersonalToken token(long number, String hash) {
        Set<Permission> scopes = Set.of(Permission.PROJECT_VIEW, Permission.AUDIT_VIEW);
        return new PersonalToken(new Id<>(new UUID(3, number)), ann.id(), "ci", hash, scopes, NOW, null, NOW, 0);
    }

    private static AuditEntry entry(long number, Instant at, String action, @Nullable Id<User> actor) {
        return new AuditEntry(
                new Id<>(new UUID(5, number)),
                at,
                new AuditEntry.Actor(actor, "ann"),
                action,
                new AuditEntry.Resource("user", "1"),
                new Id<>(new UUID(4, 4)),
                Changes.NONE.text("email", null, "a@b"),
                null,
                new AuditEntry.Origin("r", "::1", null));
    }
}
