package dev.atlas.application.imports;

import dev.atlas.application.identity.IncomingIdentity;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.PersonalToken;
import dev.atlas.domain.identity.Role;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.UserCredential;
import dev.atlas.domain.imports.SourceRow;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keys of users. One for the predecessor itself goes on signing its owner in, with whatever the owner may do at the time of the
 * import; all others are credentials at providers, encrypted, which sign nobody in. Source: identity reference, ID-4.
 */
record LegacyUserKeyTable(
        String source,
        Instant now,
        IncomingIdentity incoming,
        LegacyLinks links,
        Findings findings,
        Map<String, String> seen)
        implements LegacyTable<LegacyKey> {

    LegacyUserKeyTable(String source, Instant now, IncomingIdentity incoming, LegacyLinks links, Findings findings) {
        this(source, now, incoming, links, findings, new HashMap<>());
    }

    @Override
    public String table() {
        return "user_api_keys";
    }

    @Override
    public String entities() {
        return "user_keys";
    }

    @Override
    public SourceRow kept(SourceRow row) {
        return LegacyTable.with(row, Map.of("secret", LegacyTable::hidden));
    }

    @Override
    public LegacyKey read(Cells cells, UUID id) {
        Id<User> user = links.user("user_id", cells.requiredText("user_id"));
        LegacyKey key = LegacyKey.read(cells, id, user, now);
        String secret = Objects.requireNonNull(key.secret());
        IncomingIdentity.value("secret", secret);
        return key;
    }

    @Override
    public Optional<Object> only(LegacyKey key) {
        return Optional.of(
                key.token()
                        // refuses what is too weak to sign somebody in; not asked of what is remembered
                        ? IncomingIdentity.tokenHash("secret", Objects.requireNonNull(key.secret()))
                        : List.of(String.valueOf(key.user()), key.provider()));
    }

    @Override
    public UUID idOf(LegacyKey key) {
        return key.id();
    }

    @Override
    public void met(String id, Cells cells, LegacyKey key) {
        Shortened.report(findings, table(), id, cells, List.of(LegacyKey.LABEL));
        String earlier = seen.putIfAbsent(TableImport.digest(cells.requiredText("secret")), id);
        if (earlier != null && !key.token()) {
            findings.add(Findings.Code.SECRET_SHARED, earlier + " and " + id);
        }
    }

    /** A credential that its owner has set in Atlas stays. */
    @Override
    public Optional<LegacyKey> present(Repositories repositories, LegacyKey key) {
        return key.token()
                ? Optional.empty()
                : repositories
                        .userCredentials()
                        .at(Objects.requireNonNull(key.user()), key.provider())
                        .map(LegacyUserKeyTable::of);
    }

    @Override
    public Optional<String> obstacle(Repositories repositories, LegacyKey key) {
        return key.token() && taken(repositories, key)
                ? Optional.of("secret is a token in Atlas already")
                : LegacyTable.super.obstacle(repositories, key);
    }

    private static boolean taken(Repositories from, LegacyKey token) {
        return from.personalTokens()
                .hashed(IncomingIdentity.tokenHash("secret", Objects.requireNonNull(token.secret())))
                .filter(other -> !other.id().value().equals(token.id()))
                .isPresent();
    }

    @Override
    public void add(Repositories repositories, LegacyKey key) {
        Id<User> user = Objects.requireNonNull(key.user());
        String secret = Objects.requireNonNull(key.secret());
        if (key.token()) {
            repositories.personalTokens().add(token(key, user, secret, scopes(repositories, user), null));
            incoming.note(
                    repositories,
                    "token.imported",
                    new Resource("personal_token", key.id().toString()));
        } else {
            repositories.userCredentials().add(credential(repositories, key, user, secret));
            incoming.note(
                    repositories, "credential.imported", new Resource("user_credential", user + "/" + key.provider()));
        }
    }

    private static Set<Permission> scopes(Repositories from, Id<User> user) {
        return from.users()
                .find(user)
                .flatMap(owner -> from.roles().find(owner.role()))
                .map(Role::permissions)
                .orElse(Set.of());
    }

    private static PersonalToken token(
            LegacyKey key, Id<User> user, String secret, Set<Permission> scopes, @Nullable Instant usedAt) {
        String label = key.label();
        return new PersonalToken(
                new Id<>(key.id()),
                user,
                label == null || label.isBlank() ? key.provider().value() : label,
                IncomingIdentity.tokenHash("secret", secret),
                scopes,
                key.createdAt(),
                null,
                usedAt,
                key.version());
    }

    private UserCredential credential(Repositories to, LegacyKey key, Id<User> user, String secret) {
        return new UserCredential(
                new Id<>(key.id()),
                user,
                key.provider(),
                key.label(),
                incoming.credential(to, user, key.provider(), secret),
                key.createdAt(),
                key.updatedAt(),
                key.version());
    }

    @Override
    public Optional<LegacyKey> find(Repositories repositories, UUID id) {
        return repositories
                .userCredentials()
                .find(new Id<>(id))
                .map(LegacyUserKeyTable::of)
                .or(() -> repositories.personalTokens().find(new Id<>(id)).map(LegacyUserKeyTable::of));
    }

    private static LegacyKey of(UserCredential credential) {
        return new LegacyKey(
                credential.id().value(),
                credential.userId(),
                credential.provider(),
                credential.label(),
                null,
                credential.createdAt(),
                credential.updatedAt(),
                credential.version());
    }

    private static LegacyKey of(PersonalToken token) {
        return new LegacyKey(
                token.id().value(),
                token.userId(),
                LegacyKey.TOKEN,
                token.label(),
                null,
                token.createdAt(),
                token.createdAt(),
                token.version());
    }

    /** A token follows the file, as nobody can change one here; a credential does until it is set here. */
    @Override
    public void update(Repositories repositories, ThreeWay<LegacyKey> three) {
        LegacyKey mine = three.mine();
        LegacyKey theirs = three.theirs();
        Id<User> user = Objects.requireNonNull(mine.user());
        String secret = Objects.requireNonNull(theirs.secret());
        LegacyKey after = new LegacyKey(
                mine.id(),
                user,
                mine.provider(),
                theirs.label(),
                secret,
                mine.createdAt(),
                theirs.updatedAt(),
                mine.version());
        if (mine.token() && theirs.token()) {
            if (taken(repositories, after)) {
                throw new InvalidValue("secret", "is another token in Atlas already");
            }
            PersonalToken before =
                    repositories.personalTokens().find(new Id<>(mine.id())).orElseThrow();
            repositories.personalTokens().replace(token(after, user, secret, before.scopes(), before.usedAt()));
        } else if (!mine.token() && mine.updatedAt().equals(three.base().updatedAt())) {
            repositories.userCredentials().replace(credential(repositories, after, user, secret));
        }
    }
}
