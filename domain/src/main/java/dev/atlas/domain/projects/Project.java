package dev.atlas.domain.projects;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.Tags;
import dev.atlas.domain.Text;
import dev.atlas.domain.identity.User;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people work on together. Its owner is the only truth on ownership; others are members.
 *
 * @param name trimmed, 1 to 100 code points; unique per owner among active projects, and case counts
 * @param description at most 10,000 code points; blank is absent
 * @param type what its models predict, at most 50 code points, such as {@code classification}
 * @param archivedAt set exactly while archived
 * @param tags at most 50, each trimmed, 1 to 100 code points, without repeats, in their order
 * @param settings free, an object
 * @param metadata free, an object
 */
public record Project(
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

    public Project {
        name = Text.required("name", name, 100);
        description = Text.optional("description", description, 10_000);
        type = Text.optional("type", type, 50);
        tags = Tags.of("tags", tags);
        createdAt = Instants.micros("created_at", createdAt);
        updatedAt = Instants.micros("updated_at", updatedAt);
        archivedAt = Instants.microsOrNull("archived_at", archivedAt);
        if ((status == ProjectStatus.ARCHIVED) != (archivedAt != null)) {
            throw new InvalidValue("archived_at", "must be set exactly while the project is archived");
        }
    }

    public boolean archived() {
        return status == ProjectStatus.ARCHIVED;
    }
}
