package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import dev.atlas.persistence.SchemaStep;
import java.util.Map;

/**
 * What a {@link SchemaStep} does here. Once released it stays as it is. Two nodes may make it at the same time, and one
 * that ended in the middle is made again, so each part of it must be harmless when it is done already.
 */
@FunctionalInterface
interface SchemaChange {

    /** By the number of their step. */
    Map<Integer, SchemaChange> ALL = Map.of(
            1, new UsersAndProjectsChange(),
            2, new IdentityChange(),
            3, new ProjectMembersChange(),
            4, new TrackingChange(),
            5, new ImportsChange(),
            6, new CopyMarksChange(),
            7, new IdempotencyChange(),
            8, new NodesChange(),
            9, new FollowersChange(),
            10, new TermsChange());

    void make(MongoDatabase database);
}
