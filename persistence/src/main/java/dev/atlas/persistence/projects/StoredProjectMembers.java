package dev.atlas.persistence.projects;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.projects.ProjectMember;
import dev.atlas.domain.projects.ProjectMembers;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

@Singleton
class StoredProjectMembers extends StoredById<ProjectMember, ProjectMemberRow> implements ProjectMembers {

    private final ProjectMemberRows rows;

    StoredProjectMembers(ProjectMemberRows rows, ProjectMemberRowMapper mapper, Engine engine) {
        super(ProjectMemberRow.class, rows, mapper, engine);
        this.rows = rows;
    }

    @Override
    public Optional<ProjectMember> find(Id<Project> project, Id<User> user) {
        engine().unit().reading();
        return rows.findByProjectIdAndUserId(project.value(), user.value()).map(this::stored);
    }

    @Override
    public Slice<ProjectMember> ofProject(Id<Project> project, Page page) {
        Listing<ProjectMemberRow> members = Listing.of(ProjectMemberRow.class)
                .whereEqual("project_id", project.value())
                .newestFirst("created_at", page);
        return Slice.of(
                all(members),
                page.limit(),
                member -> new Cursor(member.createdAt(), member.id().value()));
    }

    @Override
    public List<ProjectMember> ofUser(Id<User> user) {
        return all(Listing.of(ProjectMemberRow.class)
                .whereEqual("user_id", user.value())
                .ascending("created_at", "id"));
    }
}
