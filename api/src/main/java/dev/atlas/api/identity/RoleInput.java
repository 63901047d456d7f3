package dev.atlas.api.identity;

import dev.atlas.api.http.Input;
import dev.atlas.application.Change;
import dev.atlas.application.identity.RoleAdministration.RoleChanges;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A role to be made; without permissions unless it names some. */
public record RoleInput(
        String role,
        @Nullable String label,
        @Nullable String description,
        @Nullable List<String> permissions) implements Input {

    RoleChanges wanted() {
        return new RoleChanges(
                Change.to(label),
                Change.to(description),
                Change.to(permissions == null ? null : PermissionView.named("permissions", permissions)));
    }
}
