package dev.atlas.api.identity;

import dev.atlas.api.http.View;
import dev.atlas.domain.identity.Permission;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** An entry of the catalogue of permissions. */
@View
public record PermissionEntryView(Permission id, String label) {

    static PermissionEntryView of(Permission permission) {
        return new PermissionEntryView(permission, permission.label());
    }

    /** By their ids. */
    static List<Permission> sorted(Collection<Permission> permissions) {
        return permissions.stream().sorted(Comparator.comparing(Permission::id)).toList();
    }
}
