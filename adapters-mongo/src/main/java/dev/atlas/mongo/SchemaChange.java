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
    Map<Integer, SchemaChange> ALL = Map.ofEntries(
            Map.entry(1, new UsersAndProjectsChange()),
            Map.entry(2, new IdentityChange()),
            Map.entry(3, new ProjectMembersChange()),
            Map.entry(4, new TrackingChange()),
            Map.entry(5, new ImportsChange()),
            Map.entry(6, new CopyMarksChange()),
            Map.entry(7, new IdempotencyChange()),
            Map.entry(8, new NodesChange()),
            Map.entry(9, new FollowersChange()),
            Map.entry(10, new TermsChange()),
            Map.entry(11, new SwitchesChange()),
            Map.entry(12, new ChatChange()),
            Map.entry(13, new ModelPricesChange()),
            Map.entry(14, new UsageChange()),
            Map.entry(15, new ProvidersChange()),
            Map.entry(16, new LegacyChange()),
            Map.entry(17, new ChatTurnsChange()),
            Map.entry(18, new AgentsChange()),
            Map.entry(19, new PendingTurnsChange()),
            Map.entry(20, new PendingCallsChange()),
            Map.entry(21, new BotsChange()),
            Map.entry(22, new BotInboxChange()),
            Map.entry(23, new BotRollupsChange()));

    void make(MongoDatabase database);
}
