package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.atlas.persistence.imports.LegacyRowRow;
import java.util.List;
import org.bson.Document;

/**
 * What the predecessor's data needs: with whom a chat is held, what is kept of it and the tools that were called, none of it in
 * what was there before, and the rows that were taken over.
 */
final class LegacyChange implements SchemaChange {

    @Override
    public void make(MongoDatabase database) {
        add(database, "chat_sessions", "variables", new Document());
        add(database, "chat_messages", "tool_calls", List.of());
        CollectionPlan.of(LegacyRowRow.class).make(database);
    }

    private static void add(MongoDatabase database, String collection, String field, Object value) {
        database.getCollection(collection).updateMany(Filters.exists(field, false), Updates.set(field, value));
    }
}
