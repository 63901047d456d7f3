package dev.atlas.application.projects;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectDetails;
import dev.atlas.domain.storage.Committed;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The free settings of a project. They are a part of it and share its version, so each method answers the project. */
public final class ProjectSettings {

    private final Foundation foundation;
    private final ProjectAccess access;
    private final ProjectWrites writes;

    ProjectSettings(Foundation foundation, ProjectAccess access, ProjectWrites writes) {
        this.foundation = foundation;
        this.access = access;
        this.writes = writes;
    }

    /** Throws what {@link ProjectAccess#readable} does. */
    public CompletableFuture<Project> get(Caller caller, Id<Project> id) {
        caller.require(Permission.PROJECT_VIEW);
        return access.reading(caller, repositories -> access.readable(repositories, caller, id));
    }

    /**
     * Merges {@code patch} into the settings, as RFC 7396 says.
     *
     * @param ifVersion the version of the project the change is based on; absent if any will do
     * @throws Refusal as {@link ProjectAccess#writable}; {@link Refusal.Stale}
     */
    public Committed<Project> patch(Caller caller, Id<Project> id, Json.Obj patch, @Nullable Long ifVersion) {
        return change(caller, id, ifVersion, present -> present.mergedWith(patch));
    }

    /** Replaces the settings as a whole; otherwise as {@link #patch}. */
    public Committed<Project> put(Caller caller, Id<Project> id, Json.Obj settings, @Nullable Long ifVersion) {
        return change(caller, id, ifVersion, present -> settings);
    }

    private Committed<Project> change(
            Caller caller, Id<Project> id, @Nullable Long ifVersion, UnaryOperator<Json.Obj> change) {
        caller.require(Permission.PROJECT_CREATE);
        Instant now = foundation.now();
        return writes.change(caller, access::editable, id, ifVersion, "project.settings_changed", project -> {
            ProjectDetails details =
                    ProjectAccess.active(project).details().withSettings(change.apply(project.settings()));
            return project.described(details, now);
        });
    }
}
