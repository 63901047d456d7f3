package dev.atlas.domain.projects;

import dev.atlas.domain.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people write about a project; {@link Project} says what each part may be, and checks it. */
public record ProjectDetails(
        String name,
        @Nullable String description,
        @Nullable String type,
        Visibility visibility,
        List<String> tags,
        Json.Obj settings,
        Json.Obj metadata) {

    public ProjectDetails {
        tags = List.copyOf(tags);
    }

    /** The same with other settings. */
    public ProjectDetails withSettings(Json.Obj other) {
        return new ProjectDetails(name, description, type, visibility, tags, other, metadata);
    }
}
