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
 * @param settings free; the names of its members have 1 to 100 code points
 * @param metadata free, as the settings are
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
        named("settings", settings);
        named("metadata", metadata);
        archivedAt = Instants.microsOrNull("archived_at", archivedAt);
        if ((status == ProjectStatus.ARCHIVED) != (archivedAt != null)) {
            throw new InvalidValue("archived_at", "must be set exactly while the project is archived");
        }
    }

    /** A project of these details, active, made at this time. */
    public static Project create(Id<Project> id, Id<User> owner, ProjectDetails details, Instant at) {
        return of(id, owner, details, ProjectStatus.ACTIVE, null, at, at, 0);
    }

    public boolean archived() {
        return status == ProjectStatus.ARCHIVED;
    }

    /** What people write about it. */
    public ProjectDetails details() {
        return new ProjectDetails(name, description, type, visibility, tags, settings, metadata);
    }

    /** This project with other details, updated at this time; this very one if they say the same. */
    public Project described(ProjectDetails other, Instant at) {
        Project same = of(id, ownerId, other, status, archivedAt, createdAt, updatedAt, version);
        return same.equals(this) ? this : of(id, ownerId, other, status, archivedAt, createdAt, at, version);
    }

    /** This project in another status since this time. */
    public Project moved(ProjectStatus to, Instant at) {
        Instant archived = to == ProjectStatus.ARCHIVED ? at : null;
        return of(id, ownerId, details(), to, archived, createdAt, at, version);
    }

    /** This project in other hands since this time. */
    public Project handedTo(Id<User> owner, Instant at) {
        return of(id, owner, details(), status, archivedAt, createdAt, at, version);
    }

    private static Project of(
            Id<Project> id,
            Id<User> owner,
            ProjectDetails details,
            ProjectStatus status,
            @Nullable Instant archivedAt,
            Instant createdAt,
            Instant updatedAt,
            long version) {
        return new Project(
                id,
                owner,
                details.name(),
                details.description(),
                details.type(),
                status,
                archivedAt,
                details.visibility(),
                details.tags(),
                details.settings(),
                details.metadata(),
                createdAt,
                updatedAt,
                version);
    }

    private static void named(String field, Json.Obj object) {
        for (String name : object.members().keySet()) {
            if (name.isEmpty() || name.codePointCount(0, name.length()) > 100) {
                throw new InvalidValue(field, "must have members with names of 1 to 100 characters");
            }
        }
    }
}
