package dev.atlas.application.imports;

import dev.atlas.application.identity.IncomingIdentity;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.identity.AuditEntry.Resource;
import dev.atlas.domain.identity.DefaultRoles;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.Role;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Roles. Of a role that Atlas has made itself and nobody has changed, the file says which of the permissions that the predecessor
 * knew it has, and Atlas which of the others; the administrator has all, as before. A role that people have changed stays.
 */
record LegacyRoleTable(String source, Instant now, IncomingIdentity incoming, Set<String> names, Findings findings)
        implements LegacyTable<Role> {

    /** Source: identity reference, section 4.4. */
    private static final Set<Permission> KNOWN = EnumSet.of(
            Permission.EXPORT_RUN,
            Permission.ZABBIX_ACK,
            Permission.TOOLS_USE,
            Permission.CHAT_USE,
            Permission.VCENTER_VIEW,
            Permission.FOREMAN_VIEW,
            Permission.PUPPET_VIEW);

    private static final Shortened LABEL = new Shortened("label", 64);
    private static final Shortened DESCRIPTION = new Shortened("description", 255);

    @Override
    public String table() {
        return "role_permissions";
    }

    @Override
    public String keyColumn() {
        return "role";
    }

    @Override
    public String entities() {
        return "roles";
    }

    @Override
    public Role read(Cells cells, UUID id) {
        Instant created = cells.time("created_at").orElse(now);
        return new Role(
                Role.name("role", cells.requiredText("role")),
                Objects.requireNonNullElse(LABEL.of(cells), ""),
                DESCRIPTION.of(cells),
                permissions(cells),
                created,
                cells.time("updated_at").orElse(created),
                0);
    }

    private static Set<Permission> permissions(Cells cells) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (Json name : cells.list("permissions")) {
            permission(name).ifPresent(permissions::add);
        }
        return permissions;
    }

    private static Optional<Permission> permission(Json name) {
        if (!(name instanceof Json.Str(String text))) {
            throw new InvalidValue("permissions", "must be a list of texts");
        }
        return KNOWN.stream()
                .filter(permission -> permission.id().equals(text.strip()))
                .findFirst();
    }

    @Override
    public Optional<Object> only(Role role) {
        return Optional.of(role.name());
    }

    @Override
    public void met(String key, Cells cells, Role role) {
        names.add(role.name());
        Shortened.report(findings, table(), key, cells, List.of(LABEL, DESCRIPTION));
        for (Json name : cells.list("permissions")) {
            if (permission(name).isEmpty()) {
                findings.add(Findings.Code.PERMISSION_UNKNOWN, key + ": " + ((Json.Str) name).value());
            }
        }
    }

    /** Nothing needs it: a role is known by its name. */
    @Override
    public UUID idOf(Role role) {
        return LegacyTable.id(source, table(), role.name());
    }

    @Override
    public Optional<Role> present(Repositories repositories, Role role) {
        return repositories.roles().find(role.name());
    }

    @Override
    public void adopt(Repositories repositories, Role present, Role role) {
        if (present.version() > 0 || present.name().equals(DefaultRoles.ADMIN)) {
            return;
        }
        Set<Permission> permissions = new HashSet<>(present.permissions());
        permissions.removeAll(KNOWN);
        permissions.addAll(role.permissions());
        write(repositories, present, role.label(), role.description(), permissions);
    }

    @Override
    public Optional<String> obstacle(Repositories repositories, Role role) {
        return Optional.empty();
    }

    @Override
    public void add(Repositories repositories, Role role) {
        incoming.begin(repositories);
        repositories.roles().add(role);
        note(repositories, role);
    }

    @Override
    public Optional<Role> find(Repositories repositories, UUID id) {
        return Optional.empty();
    }

    @Override
    public Optional<Role> found(Repositories repositories, KnownRow row) {
        return repositories.roles().find(Role.name("role", row.key()));
    }

    @Override
    public void update(Repositories repositories, ThreeWay<Role> three) {
        Role mine = three.mine();
        if (mine.name().equals(DefaultRoles.ADMIN)) {
            return;
        }
        Set<Permission> permissions = new HashSet<>(mine.permissions());
        for (Permission permission : KNOWN) {
            boolean wanted = three.theirs().permissions().contains(permission);
            if (wanted != three.base().permissions().contains(permission)) {
                permissions.remove(permission);
                permissions.addAll(wanted ? Set.of(permission) : Set.of());
            }
        }
        write(repositories, mine, three.of(Role::label), three.of(Role::description), permissions);
    }

    private void write(
            Repositories repositories,
            Role mine,
            String label,
            @Nullable String description,
            Set<Permission> permissions) {
        Role after = new Role(
                mine.name(), label, description, permissions, mine.createdAt(), mine.updatedAt(), mine.version());
        if (!after.equals(mine)) {
            incoming.begin(repositories);
            repositories.roles().replace(after);
            note(repositories, after);
        }
    }

    private void note(Repositories repositories, Role role) {
        incoming.note(repositories, "role.imported", new Resource("role", role.name()));
    }
}
