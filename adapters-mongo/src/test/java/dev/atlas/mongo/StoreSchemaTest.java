package dev.atlas.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.atlas.contract.servers.MongoServer;
import dev.atlas.domain.storage.Kind;
import dev.atlas.persistence.SchemaStep;
import dev.atlas.persistence.StoredKinds;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class StoreSchemaTest {

    private static void inNewStore(Consumer<MongoDatabase> look) {
        String url = MongoServer.shared().createDatabase();
        BackendSettings settings = BackendSettings.of(url, Map.of());
        StoreSchema.bringUpToDate(settings);
        try (MongoClient client = MongoClients.create(url)) {
            look.accept(client.getDatabase(settings.database()));
        }
        MongoServer.shared().dropDatabase(url);
    }

    @Test
    void everyStepHasItsChange() {
        assertThat(SchemaChange.ALL.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        SchemaStep.all().stream().map(SchemaStep::number).toList());
    }

    @Test
    void everyCollectionHoldsAKindOrIsOfTheStoreItself() {
        inNewStore(database -> {
            Set<String> expected = new HashSet<>(StoreSchema.OWN);
            StoredKinds.all().forEach(kind -> expected.add(kind.name()));
            assertThat(database.listCollectionNames()).containsExactlyInAnyOrderElementsOf(expected);
        });
    }

    @Test
    void everyReferenceStartsAnIndex() {
        inNewStore(database -> {
            for (Kind kind : StoredKinds.all()) {
                Set<String> first = new HashSet<>();
                for (Document index : database.getCollection(kind.name()).listIndexes()) {
                    if (!index.containsKey("partialFilterExpression")) {
                        first.add(index.get("key", Document.class)
                                .keySet()
                                .iterator()
                                .next());
                    }
                }
                Reference.from(kind).forEach(reference -> assertThat(first).contains(reference.field()));
            }
        });
    }

    @Test
    void documentsThatAreNoRecordsAreRefused() {
        inNewStore(database -> {
            MongoCollection<Document> users = database.getCollection("users");
            assertThatThrownBy(() -> users.insertOne(new Document("username", "ann")))
                    .isInstanceOf(MongoWriteException.class);
        });
    }
}
