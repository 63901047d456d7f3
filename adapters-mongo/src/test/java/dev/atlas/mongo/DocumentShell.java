package dev.atlas.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.atlas.contract.Shell;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;

/** Changes made with a plain driver, outside of any transaction. */
final class DocumentShell implements Shell {

    private final MongoClient client;
    private final MongoCollection<Document> users;

    DocumentShell(String url) {
        BackendSettings settings = BackendSettings.of(url, Map.of());
        client = MongoClients.create(settings.client());
        users = client.getDatabase(settings.database()).getCollection("users");
    }

    @Override
    public void addUser(UUID id) {
        users.insertOne(new Document(Documents.ID, id)
                .append("username", id.toString())
                .append("role", "viewer")
                .append("active", true)
                .append("created_at", 0L)
                .append("updated_at", 0L)
                .append("version", 0L));
    }

    @Override
    public void changeUser(UUID id) {
        users.updateOne(Filters.eq(Documents.ID, id), Updates.set("display_name", "by hand"));
    }

    @Override
    public void removeUser(UUID id) {
        users.deleteOne(Filters.eq(Documents.ID, id));
    }

    @Override
    public void close() {
        client.close();
    }
}
