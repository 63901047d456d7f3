package dev.atlas.api.identity;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.application.Change;
import dev.atlas.application.identity.RoleAdministration.RoleChanges;
import dev.atlas.domain.identity.Permission;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A role to be made; without permissions unless it names some. */
public record RoleInput(
        @Limits(min = 1, max = 32) String role,
        @Nullable @Limits(max = 64) String label,
        @Nullable @Limits(max = 255) String description,
        @Nullable List<Permission> permissions)
        implements Input {

    RoleChanges wanted() {
        return new RoleChanges(
                Change.to(label),
                Change.to(description),
                Change.to(permissions == null ? null : Set.copyOf(permissions)));
    }
}
