package dev.atlas.application.imports;

import dev.atlas.application.identity.IncomingIdentity;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.DefaultRoles;
import dev.atlas.domain.identity.Role;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.imports.SourceRow;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * People, with their hashes. Somebody whose username is taken in Atlas is that user: what Atlas knows of them stays, and what the
 * file has of them is theirs.
 *
 * @param roles the names of those there are, or would be in a dry run
 */
record LegacyUserTable(
        String source, Instant now, IncomingIdentity incoming, LegacyLinks links, Set<String> roles, Findings findings)
        implements LegacyTable<User> {

    private static final Shortened NAME = new Shortened("display_name", 120);
    private static final int LONGEST_EMAIL = 320;

    @Override
    public String table() {
        return "users";
    }

    @Override
    public String entities() {
        return "users";
    }

    @Override
    public SourceRow kept(SourceRow row) {
        return LegacyTable.with(
                row,
                Map.of(
                        "password_hash", TableImport::digest,
                        "display_name", name -> TableImport.digest(NAME.of(name)),
                        "email", email -> mailMark(email.strip())));
    }

    private static String mailMark(String email) {
        return TableImport.digest(email) + "@";
    }

    @Override
    public User read(Cells cells, UUID id) {
        String role = cells.text("role");
        Instant created = cells.time("created_at").orElse(now);
        return new User(
                new Id<>(id),
                new Username(cells.requiredText("username")),
                NAME.of(cells),
                email(cells),
                Role.name("role", role == null ? DefaultRoles.MEMBER : role),
                cells.text("password_hash"),
                cells.flag("is_active", true),
                created,
                cells.time("updated_at").orElse(created),
                0);
    }

    private static @Nullable String email(Cells cells) {
        String email = cells.text("email");
        return email == null || email.indexOf('@') < 0 || email.length() > LONGEST_EMAIL ? null : email;
    }

    @Override
    public Optional<Object> only(User user) {
        return Optional.of(user.username());
    }

    @Override
    public UUID idOf(User user) {
        return user.id().value();
    }

    @Override
    public Optional<User> present(Repositories repositories, User user) {
        return repositories.users().named(user.username());
    }

    @Override
    public void met(String key, Cells cells, User user) {
        links.users().put(key, user.id());
        links.named().put(user.username(), user.id());
        Shortened.report(findings, table(), key, cells, List.of(NAME));
        String email = cells.text("email");
        if (email != null && !email.isBlank() && email(cells) == null) {
            findings.add(Findings.Code.EMAIL_LEFT, key);
        }
        if (!roles.contains(user.role())) {
            findings.add(Findings.Code.ROLE_UNKNOWN, user.username() + " (" + user.role() + ")");
        }
        String hash = cells.text("password_hash");
        if (hash == null || !hash.startsWith("$2b$")) {
            findings.add(Findings.Code.PASSWORD_MISSING, user.username().value());
        }
    }

    @Override
    public void add(Repositories repositories, User user) {
        incoming.begin(repositories);
        repositories.users().add(user);
        incoming.note(
                repositories, "user.imported", new Resource("user", user.id().toString()));
    }

    @Override
    public Optional<User> find(Repositories repositories, UUID id) {
        return repositories.users().find(new Id<>(id));
    }

    @Override
    public void update(Repositories repositories, ThreeWay<User> three) {
        User mine = three.mine();
        String hash = mine.passwordHash();
        boolean untouched = Objects.equals(
                hash == null ? null : TableImport.digest(hash), three.base().passwordHash());
        User after = new User(
                mine.id(),
                three.of(User::username),
                three.of(User::displayName, TableImport::digest),
                three.of(User::email, LegacyUserTable::mailMark),
                three.of(User::role),
                untouched ? three.theirs().passwordHash() : hash,
                three.of(User::active),
                mine.createdAt(),
                three.of(User::updatedAt),
                mine.version());
        if (after.equals(mine)) {
            return;
        }
        Optional<User> other = repositories.users().named(after.username());
        if (other.isPresent() && !other.get().id().equals(mine.id())) {
            throw new InvalidValue("username", "is taken in Atlas");
        }
        if (losesRights(mine, after) && alone(repositories, mine)) {
            throw new InvalidValue("role", "would leave nobody who may administer users and roles");
        }
        incoming.begin(repositories);
        repositories.users().replace(after);
        incoming.note(
                repositories, "user.imported", new Resource("user", mine.id().toString()));
    }

    private static boolean losesRights(User before, User after) {
        return !after.active() || !after.role().equals(before.role());
    }

    private static boolean alone(Repositories repositories, User user) {
        List<String> administering = repositories.roles().all().stream()
                .filter(Role::administers)
                .map(Role::name)
                .toList();
        return repositories.users().activeWithRole(administering, 2).stream()
                .map(User::id)
                .toList()
                .equals(List.of(user.id()));
    }
}
