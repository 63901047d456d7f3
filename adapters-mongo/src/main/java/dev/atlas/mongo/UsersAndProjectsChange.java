package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.atlas.domain.Words;
import dev.atlas.domain.identity.Users;
import dev.atlas.domain.projects.ProjectStatus;
import dev.atlas.domain.projects.Projects;
import dev.atlas.persistence.identity.UserRow;
import dev.atlas.persistence.projects.ProjectRow;
import java.util.List;

/** The first collections, and the one that keeps references. */
final class UsersAndProjectsChange implements SchemaChange {

    @Override
    public void make(MongoDatabase database) {
        IndexOptions ofParent = new IndexOptions().name("reference_locks_of_parent");
        CollectionPlan.make(
                database,
                ReferenceLocks.COLLECTION,
                List.of(new IndexModel(Indexes.ascending(ReferenceLocks.PARENT), ofParent)));
        CollectionPlan.of(UserRow.class)
                .unique(Users.USERNAME)
                .index("users_newest", "created_at", "id")
                .make(database);
        CollectionPlan.of(ProjectRow.class)
                .unique(Projects.NAME_PER_OWNER, Filters.eq("status", Words.of(ProjectStatus.ACTIVE)))
                .index("projects_of_owner", "owner_id", "created_at", "id")
                .index("projects_by_visibility", "visibility", "created_at", "id")
                .index("projects_newest", "created_at", "id")
                .index("projects_tags", "tags")
                .make(database);
    }
}
