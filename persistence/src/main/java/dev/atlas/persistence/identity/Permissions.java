package dev.atlas.persistence.identity;

import dev.atlas.domain.identity.Permission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Permissions are stored by their names, sorted by them, so that equal sets are stored equally. */
final class Permissions {

    private Permissions() {}

    static List<String> names(Set<Permission> permissions) {
        return permissions.stream().map(Permission::id).sorted().toList();
    }

    static Set<Permission> named(List<String> names) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        names.forEach(name -> permissions.add(Permission.of("permissions", name)));
        return permissions;
    }
}
