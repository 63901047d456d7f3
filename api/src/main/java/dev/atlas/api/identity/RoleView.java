package dev.atlas.api.identity;

import dev.atlas.api.http.View;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role.
 *
 * @param role its name, by which it is found
 */
@View
public record RoleView(
        String role,
        String label,
        @Nullable String description,
        List<Permission> permissions,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static RoleView of(Role role) {
        return new RoleView(
                role.name(),
                role.label(),
                role.description(),
                PermissionEntryView.sorted(role.permissions()),
                role.createdAt(),
                role.updatedAt(),
                role.version());
    }
}
