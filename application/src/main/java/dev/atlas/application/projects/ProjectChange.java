package dev.atlas.application.projects;

import dev.atlas.application.Change;
import dev.atlas.domain.Json;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectDetails;
import dev.atlas.domain.projects.Visibility;
import java.util.List;

/**
 * A JSON Merge Patch of a project.
 *
 * @param visibility cleared, it is private again
 * @param tags replaced as a whole; cleared, there are none
 * @param settings merged into the present ones, at every depth; cleared, there are none
 * @param metadata as the settings
 */
public record ProjectChange(
        Change<String> name,
        Change<String> description,
        Change<String> type,
        Change<Visibility> visibility,
        Change<List<String>> tags,
        Change<Json.Obj> settings,
        Change<Json.Obj> metadata) {

    ProjectDetails of(Project project) {
        return new ProjectDetails(
                name.required("name", project.name()),
                description.from(project.description()),
                type.from(project.type()),
                visibility.orWhenCleared(Visibility.PRIVATE, project.visibility()),
                tags.orWhenCleared(List.of(), project.tags()),
                Change.merged(project.settings(), settings),
                Change.merged(project.metadata(), metadata));
    }
}
