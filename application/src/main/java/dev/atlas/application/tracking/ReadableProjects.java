package dev.atlas.application.tracking;

import dev.atlas.application.Caller;
import dev.atlas.application.projects.ProjectAccess;
import dev.atlas.domain.Cursor;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectFilter;
import dev.atlas.domain.projects.ProjectMember;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.domain.tracking.ExperimentFilter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Experiments of all the projects a caller may read, or of one of them. Asked inside {@link ProjectAccess#reading}. */
final class ReadableProjects {

    /** Ids that go into one question: engines bound the parameters of a statement. */
    private static final int IDS = 500;

    private final ProjectAccess projects;

    ReadableProjects(ProjectAccess projects) {
        this.projects = projects;
    }

    /** Those of {@code project}, or of every readable one if that is null; newest first (by start, then id). */
    Slice<Experiment> experiments(
            Repositories repositories,
            Caller caller,
            @Nullable Id<Project> project,
            ExperimentFilter filter,
            Page page) {
        return pages(repositories, caller, project, filter).apply(page);
    }

    /** The same, all of them one by one: memory holds one page at a time. */
    void forEach(
            Repositories repositories,
            Caller caller,
            @Nullable Id<Project> project,
            ExperimentFilter filter,
            Consumer<Experiment> use) {
        eachItem(pages(repositories, caller, project, filter), use);
    }

    private Function<Page, Slice<Experiment>> pages(
            Repositories repositories, Caller caller, @Nullable Id<Project> project, ExperimentFilter filter) {
        if (project != null) {
            projects.readable(repositories, caller, project);
            return page -> repositories.experiments().of(project, filter, page);
        }
        if (caller.may(Permission.PROJECT_MANAGE)) {
            return page -> seen(repositories, caller, repositories.experiments().list(filter, page));
        }
        List<List<Id<Project>>> groups = groups(List.copyOf(readable(repositories, caller)));
        return page -> Slice.union(
                groups.stream()
                        .map(group -> repositories.experiments().ofAny(group, filter, page))
                        .toList(),
                page.limit(),
                experiment -> new Cursor(experiment.startTime(), experiment.id().value()));
    }

    private static List<List<Id<Project>>> groups(List<Id<Project>> ids) {
        List<List<Id<Project>>> groups = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += IDS) {
            groups.add(ids.subList(from, Math.min(from + IDS, ids.size())));
        }
        return groups;
    }

    /** Asks for every project on the page, so that a look at a foreign private one is in the audit trail. */
    private Slice<Experiment> seen(Repositories repositories, Caller caller, Slice<Experiment> page) {
        Set<Id<Project>> shown = new LinkedHashSet<>();
        page.items().forEach(experiment -> shown.add(experiment.projectId()));
        shown.forEach(project -> projects.readable(repositories, caller, project));
        return page;
    }

    private static Set<Id<Project>> readable(Repositories repositories, Caller caller) {
        Set<Id<Project>> ids = new LinkedHashSet<>();
        ProjectFilter all = ProjectFilter.NONE;
        eachItem(page -> repositories.projects().ownedBy(caller.user(), all, page), project -> ids.add(project.id()));
        eachItem(page -> repositories.projects().open(all, page), project -> ids.add(project.id()));
        repositories.projectMembers().ofUser(caller.user()).stream()
                .map(ProjectMember::projectId)
                .forEach(ids::add);
        return ids;
    }

    private static <T> void eachItem(Function<Page, Slice<T>> pages, Consumer<T> use) {
        Cursor next = null;
        do {
            Slice<T> slice = pages.apply(new Page(Page.MAX_LIMIT, next));
            slice.items().forEach(use);
            next = slice.next();
        } while (next != null);
    }
}
