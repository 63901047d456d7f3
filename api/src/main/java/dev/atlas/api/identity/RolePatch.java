package dev.atlas.api.identity;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.api.http.Patch;
import dev.atlas.application.identity.RoleAdministration.RoleChanges;
import dev.atlas.domain.identity.Permission;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A merge patch of a role; the permissions are replaced as a whole. */
public record RolePatch(
        @Nullable @Limits(max = 64) String label,
        @Nullable @Limits(max = 255) String description,
        @Nullable List<Permission> permissions,
        Patch patch)
        implements Input {

    RoleChanges changes() {
        return new RoleChanges(
                patch.of("label", label),
                patch.of("description", description),
                patch.of("permissions", permissions == null ? null : Set.copyOf(permissions)));
    }
}
