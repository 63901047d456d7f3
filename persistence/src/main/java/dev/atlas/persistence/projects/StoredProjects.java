package dev.atlas.persistence.projects;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.Words;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectFilter;
import dev.atlas.domain.projects.Projects;
import dev.atlas.domain.projects.Visibility;
import dev.atlas.persistence.Condition.AnyOf;
import dev.atlas.persistence.Condition.Contains;
import dev.atlas.persistence.Condition.Holds;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import java.util.Collection;

@Singleton
class StoredProjects extends StoredById<Project, ProjectRow> implements Projects {

    private final ProjectRows rows;

    StoredProjects(ProjectRows rows, ProjectRowMapper mapper, Engine engine) {
        super(ProjectRow.class, rows, mapper, engine);
        this.rows = rows;
    }

    @Override
    public Slice<Project> ownedBy(Id<User> owner, ProjectFilter filter, Page page) {
        return page(Listing.of(ProjectRow.class).whereEqual("owner_id", owner.value()), filter, page);
    }

    @Override
    public Slice<Project> among(Collection<Id<Project>> ids, ProjectFilter filter, Page page) {
        AnyOf anyOf = new AnyOf("id", ids.stream().map(Id::value).toList());
        return page(Listing.of(ProjectRow.class).where(anyOf), filter, page);
    }

    @Override
    public Slice<Project> open(ProjectFilter filter, Page page) {
        String open = Words.of(Visibility.PUBLIC);
        return page(Listing.of(ProjectRow.class).whereEqual("visibility", open), filter, page);
    }

    @Override
    public Slice<Project> list(ProjectFilter filter, Page page) {
        return page(Listing.of(ProjectRow.class), filter, page);
    }

    @Override
    public boolean anyOwnedBy(Id<User> owner) {
        engine().unit().reading();
        return rows.existsByOwnerId(owner.value());
    }

    private Slice<Project> page(Listing<ProjectRow> projects, ProjectFilter filter, Page page) {
        Listing<ProjectRow> wanted = projects.newestFirst("created_at", page);
        if (filter.status() != null) {
            wanted = wanted.whereEqual("status", Words.of(filter.status()));
        }
        if (filter.tag() != null) {
            wanted = wanted.where(new Holds("tags", filter.tag()));
        }
        if (filter.nameContains() != null) {
            wanted = wanted.where(new Contains("name", filter.nameContains()));
        }
        if (filter.visibility() != null) {
            wanted = wanted.whereEqual("visibility", Words.of(filter.visibility()));
        }
        if (filter.owner() != null) {
            wanted = wanted.whereEqual("owner_id", filter.owner().value());
        }
        return Slice.of(
                all(wanted),
                page.limit(),
                project -> new Cursor(project.createdAt(), project.id().value()));
    }
}
