package dev.atlas.api.projects;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.api.http.Patch;
import dev.atlas.application.projects.ProjectChange;
import dev.atlas.domain.Json;
import dev.atlas.domain.projects.Visibility;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A merge patch of a project. */
public record ProjectPatch(
        @Nullable @Limits(min = 1, max = 100, clearable = false)
        String name,

        @Nullable @Limits(max = 10_000) String description,
        @Nullable @Limits(max = 50) String type,
        @Nullable Visibility visibility,
        @Nullable @Limits(max = 50) List<@Limits(min = 1, max = 100) String> tags,
        Json.@Nullable Obj settings,
        Json.@Nullable Obj metadata,
        Patch patch)
        implements Input {

    ProjectChange change() {
        return new ProjectChange(
                patch.of("name", name),
                patch.of("description", description),
                patch.of("type", type),
                patch.of("visibility", visibility),
                patch.of("tags", tags),
                patch.of("settings", settings),
                patch.of("metadata", metadata));
    }
}
