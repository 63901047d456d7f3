package dev.atlas.persistence;

import java.util.List;

/**
 * One step of the schema, the same number and name on every engine: a Flyway file {@code Vn__name.sql} of the SQL engines,
 * a class of MongoDB.
 */
public record SchemaStep(int number, String name) {

    private static final List<SchemaStep> ALL = List.of(
            new SchemaStep(1, "users_and_projects"),
            new SchemaStep(2, "identity"),
            new SchemaStep(3, "project_members"),
            new SchemaStep(4, "tracking"),
            new SchemaStep(5, "imports"),
            new SchemaStep(6, "copy_marks"),
            new SchemaStep(7, "idempotency"),
            new SchemaStep(8, "nodes"),
            new SchemaStep(9, "followers"),
            new SchemaStep(10, "terms"),
            new SchemaStep(11, "switches"),
            new SchemaStep(12, "chat"),
            new SchemaStep(13, "model_prices"),
            new SchemaStep(14, "usage"),
            new SchemaStep(15, "providers"),
            new SchemaStep(16, "legacy"),
            new SchemaStep(17, "chat_turns"),
            new SchemaStep(18, "agents"),
            new SchemaStep(19, "pending_turns"),
            new SchemaStep(20, "pending_calls"),
            new SchemaStep(21, "bots"),
            new SchemaStep(22, "bot_inbox"),
            new SchemaStep(23, "bot_rollups"));

    /** Every step of this version of Atlas, in order. */
    public static List<SchemaStep> all() {
        return ALL;
    }

    /** The schema this version of Atlas works on. */
    public static int newest() {
        return ALL.getLast().number();
    }
}
