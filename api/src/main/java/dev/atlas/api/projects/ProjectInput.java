package dev.atlas.api.projects;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.domain.Json;
import dev.atlas.domain.projects.ProjectDetails;
import dev.atlas.domain.projects.Visibility;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A project to be made; private and without settings unless it says otherwise. */
public record ProjectInput(
        @Limits(min = 1, max = 100) String name,
        @Nullable @Limits(max = 10_000) String description,
        @Nullable @Limits(max = 50) String type,
        @Nullable Visibility visibility,
        @Nullable @Limits(max = 50) List<@Limits(min = 1, max = 100) String> tags,
        Json.@Nullable Obj settings,
        Json.@Nullable Obj metadata)
        implements Input {

    ProjectDetails details() {
        return new ProjectDetails(
                name,
                description,
                type,
                Objects.requireNonNullElse(visibility, Visibility.PRIVATE),
                Objects.requireNonNullElse(tags, List.of()),
                Objects.requireNonNullElse(settings, Json.Obj.EMPTY),
                Objects.requireNonNullElse(metadata, Json.Obj.EMPTY));
    }
}
