package dev.atlas.application.projects;

import dev.atlas.application.Caller;
import dev.atlas.domain.Cursor;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectFilter;
import dev.atlas.domain.projects.ProjectMember;
import dev.atlas.domain.projects.Projects;
import dev.atlas.domain.projects.Visibility;
import dev.atlas.domain.storage.Repositories;
import java.util.ArrayList;
import java.util.List;

/** The one list of all projects a caller may read, put together from lists that each start from an index. */
record VisibleProjects(Repositories repositories, Caller caller) {

    /** Ids that go into one question: engines bound the parameters of a statement. */
    private static final int IDS = 500;

    Slice<Project> page(ProjectFilter filter, Page page) {
        Projects projects = repositories.projects();
        Id<User> owner = filter.owner();
        if (owner != null && (owner.equals(caller.user()) || caller.may(Permission.PROJECT_MANAGE))) {
            return projects.ownedBy(owner, filter, page);
        } else if (caller.may(Permission.PROJECT_MANAGE)) {
            return projects.list(filter, page);
        }
        List<Slice<Project>> sources = new ArrayList<>();
        if (owner == null) {
            sources.add(projects.ownedBy(caller.user(), filter, page));
        }
        sources.addAll(shared(filter, page));
        if (filter.visibility() != Visibility.PRIVATE) {
            ProjectFilter open = filter.in(Visibility.PUBLIC);
            sources.add(owner == null ? projects.open(open, page) : projects.ownedBy(owner, open, page));
        }
        return Slice.union(
                sources,
                page.limit(),
                project -> new Cursor(project.createdAt(), project.id().value()));
    }

    private List<Slice<Project>> shared(ProjectFilter filter, Page page) {
        List<Id<Project>> ids = repositories.projectMembers().ofUser(caller.user()).stream()
                .map(ProjectMember::projectId)
                .toList();
        List<Slice<Project>> pages = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += IDS) {
            List<Id<Project>> some = ids.subList(from, Math.min(from + IDS, ids.size()));
            pages.add(repositories.projects().among(some, filter, page));
        }
        return pages;
    }
}
