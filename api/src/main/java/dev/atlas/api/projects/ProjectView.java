package dev.atlas.api.projects;

import dev.atlas.api.http.View;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectStatus;
import dev.atlas.domain.projects.Visibility;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A project. */
@View
public record ProjectView(
        Id<Project> id,
        Id<User> ownerId,
        String name,
        @Nullable String description,
        @Nullable String type,
        ProjectStatus status,
        @Nullable Instant archivedAt,
        Visibility visibility,
        List<String> tags,
        Json.Obj settings,
        Json.Obj metadata,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static ProjectView of(Project project) {
        return new ProjectView(
                project.id(),
                project.ownerId(),
                project.name(),
                project.description(),
                project.type(),
                project.status(),
                project.archivedAt(),
                project.visibility(),
                project.tags(),
                project.settings(),
                project.metadata(),
                project.createdAt(),
                project.updatedAt(),
                project.version());
    }
}
