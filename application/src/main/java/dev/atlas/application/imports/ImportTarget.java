package dev.atlas.application.imports;

import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.Cursor;
import dev.atlas.domain.Id;
import dev.atlas.domain.Json;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.Role;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectDetails;
import dev.atlas.domain.projects.ProjectFilter;
import dev.atlas.domain.projects.ProjectStatus;
import dev.atlas.domain.projects.Visibility;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The project that takes the imported rows in.
 *
 * @param isNew whether this import makes it
 */
record ImportTarget(Project project, boolean isNew) {

    /** Finds the project, or makes it; in a dry run only in memory. */
    static ImportTarget of(Foundation foundation, EegImportRequest request) {
        Instant now = foundation.now();
        Id<Project> id = foundation.ids().next();
        if (request.dryRun()) {
            return foundation.storage().read(repositories -> {
                User owner = owner(repositories, request.owner());
                return existing(repositories, owner, request.project())
                        .orElseGet(() -> new ImportTarget(project(id, owner, request, now), true));
            });
        }
        return foundation
                .storage()
                .write(repositories -> {
                    User owner = owner(repositories, request.owner());
                    return existing(repositories, owner, request.project())
                            .orElseGet(() -> new ImportTarget(
                                    repositories.projects().add(project(id, owner, request, now)), true));
                })
                .value();
    }

    private static Project project(Id<Project> id, User owner, EegImportRequest request, Instant now) {
        ProjectDetails details = new ProjectDetails(
                request.project(), null, null, Visibility.PRIVATE, List.of(), Json.Obj.EMPTY, Json.Obj.EMPTY);
        return Project.create(id, owner.id(), details, now);
    }

    private static Optional<ImportTarget> existing(Repositories repositories, User owner, String name) {
        ProjectFilter named = new ProjectFilter(ProjectStatus.ACTIVE, null, name);
        Cursor next = null;
        do {
            Slice<Project> page = repositories.projects().ownedBy(owner.id(), named, new Page(Page.MAX_LIMIT, next));
            for (Project project : page.items()) {
                if (project.name().equals(name)) {
                    return Optional.of(new ImportTarget(project, false));
                }
            }
            next = page.next();
        } while (next != null);
        return Optional.empty();
    }

    private static User owner(Repositories repositories, @Nullable String username) {
        if (username != null) {
            return repositories
                    .users()
                    .named(new Username(username))
                    .filter(User::active)
                    .orElseThrow(() -> new Refusal.NotFound(
                            "user.not_found", "--owner: there is no active user " + username + "."));
        }
        List<User> administrators = administrators(repositories);
        if (administrators.size() != 1) {
            throw new Refusal.WrongState(
                    "import.owner_needed",
                    "There are " + administrators.size()
                            + " administrators; name the owner of the project with --owner.");
        }
        return administrators.getFirst();
    }

    private static List<User> administrators(Repositories repositories) {
        Set<String> roles = repositories.roles().all().stream()
                .filter(Role::administers)
                .map(Role::name)
                .collect(Collectors.toUnmodifiableSet());
        List<User> found = new ArrayList<>();
        Cursor next = null;
        do {
            Slice<User> page = repositories.users().list(new Page(Page.MAX_LIMIT, next), false);
            page.items().stream().filter(user -> roles.contains(user.role())).forEach(found::add);
            next = page.next();
        } while (next != null);
        return found;
    }
}
