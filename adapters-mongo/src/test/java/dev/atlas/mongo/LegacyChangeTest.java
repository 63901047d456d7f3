package dev.atlas.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.atlas.contract.servers.MongoServer;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class LegacyChangeTest {

    /** Made twice, as by two nodes: what has been written since stays. */
    @Test
    void whatWasThereBeforeHasNoVariablesAndNoToolCalls() {
        String url = MongoServer.shared().createDatabase();
        BackendSettings settings = BackendSettings.of(url, Map.of());
        try (MongoClient client = MongoClients.create(url)) {
            MongoDatabase database = client.getDatabase(settings.database());
            Document known = new Document("case", "rises");
            database.getCollection("chat_sessions")
                    .insertMany(List.of(
                            new Document("_id", 1).append("title", "Loss"),
                            new Document("_id", 2).append("variables", known)));
            database.getCollection("chat_messages").insertOne(new Document("_id", 1));
            SchemaChange change = new LegacyChange();
            change.make(database);
            change.make(database);
            assertThat(database.getCollection("chat_sessions").find().sort(new Document("_id", 1)))
                    .containsExactly(
                            new Document("_id", 1).append("title", "Loss").append("variables", new Document()),
                            new Document("_id", 2).append("variables", known));
            assertThat(database.getCollection("chat_messages").find())
                    .containsExactly(new Document("_id", 1).append("tool_calls", List.of()));
        }
        MongoServer.shared().dropDatabase(url);
    }
}
