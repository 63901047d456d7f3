package dev.atlas.application.tools;

import dev.atlas.application.projects.ProjectUseCases;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectFilter;
import java.util.List;

/** Tools about projects. */
record ProjectTools(ProjectUseCases projects) {

    private static final String CATEGORY = "projects";
    private static final int USUAL = 20;
    private static final int MOST = 50;

    List<Tool> all() {
        return List.of(
                new Tool(
                        "list_projects",
                        CATEGORY,
                        "Lists the projects the user may read, newest first.",
                        new Parameters()
                                .text("name_contains", "Only those with this text in their name; case counts.")
                                .flag("include_archived", "Archived ones too.")
                                .number("limit", "At most so many, 1 to 50; 20 without it."),
                        Permission.PROJECT_VIEW,
                        false,
                        (caller, given) -> {
                            ProjectFilter filter = new ProjectFilter(null, null, given.text("name_contains"));
                            Page page = Page.first(given.limit(USUAL, MOST));
                            Slice<Project> found = projects.catalog()
                                    .list(caller, filter, given.flag("include_archived"), page)
                                    .join();
                            return Facts.list("projects", found.items(), Facts::of, found.next() != null);
                        }),
                new Tool(
                        "get_project",
                        CATEGORY,
                        "Shows one project.",
                        new Parameters().id("id", "Of the project.").needed(),
                        Permission.PROJECT_VIEW,
                        false,
                        (caller, given) -> {
                            Id<Project> id = given.neededId("id");
                            return Facts.of(projects.catalog().get(caller, id).join())
                                    .object();
                        }),
                new Tool(
                        "archive_project",
                        CATEGORY,
                        "Archives a project of the user's: it leaves the usual lists and nothing in it can be changed.",
                        new Parameters().id("id", "Of the project.").needed(),
                        Permission.PROJECT_CREATE,
                        true,
                        (caller, given) -> {
                            Id<Project> id = given.neededId("id");
                            return Facts.of(projects.lifecycle()
                                            .archive(caller, id, null)
                                            .value())
                                    .object();
                        }));
    }
}
