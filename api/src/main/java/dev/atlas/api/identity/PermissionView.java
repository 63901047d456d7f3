package dev.atlas.api.identity;

import dev.atlas.api.http.View;
import dev.atlas.domain.identity.Permission;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An entry of the catalogue of permissions. */
@View
public record PermissionView(String id, String label) {

    static PermissionView of(Permission permission) {
        return new PermissionView(permission.id(), permission.label());
    }

    /** The ids, sorted. */
    static List<String> ids(Set<Permission> permissions) {
        return permissions.stream().map(Permission::id).sorted().toList();
    }

    /** The permissions of these ids. Throws {@link dev.atlas.domain.InvalidValue} naming {@code field} for an unknown one. */
    static Set<Permission> named(String field, List<String> ids) {
        return ids.stream().map(id -> Permission.of(field, id)).collect(Collectors.toUnmodifiableSet());
    }
}
