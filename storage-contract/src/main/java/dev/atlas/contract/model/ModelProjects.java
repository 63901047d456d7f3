package dev.atlas.contract.model;

import dev.atlas.contract.samples.ProjectSamples;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectFilter;
import dev.atlas.domain.projects.Projects;
import dev.atlas.domain.projects.Visibility;
import java.util.Collection;
import java.util.function.Predicate;

final class ModelProjects extends ModelAggregates<Id<Project>, Project> implements Projects {

    ModelProjects(Model model) {
        super(ProjectSamples.PROJECTS, model);
    }

    @Override
    public Slice<Project> ownedBy(Id<User> owner, ProjectFilter filter, Page page) {
        return page(page, filter, project -> project.ownerId().equals(owner));
    }

    @Override
    public Slice<Project> among(Collection<Id<Project>> ids, ProjectFilter filter, Page page) {
        return page(page, filter, project -> ids.contains(project.id()));
    }

    @Override
    public Slice<Project> open(ProjectFilter filter, Page page) {
        return page(page, filter, project -> project.visibility() == Visibility.PUBLIC);
    }

    @Override
    public Slice<Project> list(ProjectFilter filter, Page page) {
        return page(page, filter, project -> true);
    }

    @Override
    public boolean anyOwnedBy(Id<User> owner) {
        return where(project -> project.ownerId().equals(owner)).findAny().isPresent();
    }

    private Slice<Project> page(Page page, ProjectFilter filter, Predicate<Project> fits) {
        return newestFirst(page, Project::createdAt, fits.and(project -> wanted(filter, project)));
    }

    private static boolean wanted(ProjectFilter filter, Project project) {
        return (filter.status() == null || filter.status() == project.status())
                && (filter.tag() == null || project.tags().contains(filter.tag()))
                && (filter.nameContains() == null || project.name().contains(filter.nameContains()))
                && (filter.visibility() == null || filter.visibility() == project.visibility())
                && (filter.owner() == null || filter.owner().equals(project.ownerId()));
    }
}
