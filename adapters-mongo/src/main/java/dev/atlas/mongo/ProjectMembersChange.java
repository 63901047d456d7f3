package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import dev.atlas.domain.projects.ProjectMembers;
import dev.atlas.persistence.projects.ProjectMemberRow;

/** Who works in which project besides its owner. */
final class ProjectMembersChange implements SchemaChange {

    @Override
    public void make(MongoDatabase database) {
        CollectionPlan.of(ProjectMemberRow.class)
                .unique(ProjectMembers.MEMBER)
                .index("project_members_of_project", "project_id", "created_at", "id")
                .index("project_members_of_user", "user_id", "created_at", "id")
                .make(database);
    }
}
