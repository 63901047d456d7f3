package dev.atlas.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.atlas.contract.servers.MongoServer;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.domain.storage.StoreDescription;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Opening a store, again and at once, and what is refused. */
class OpeningTest extends OpenStore {

    @Test
    void staysTheSameStoreWhenItIsOpenedAgain() throws Exception {
        User ann = added(user("ann"));
        StoreDescription description = storage.describe();
        storage.close();

        assertThatThrownBy(() -> storage.read(r -> 1)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(storage::position).isInstanceOf(Unavailable.class);
        assertThat(storage.readAsync(r -> 1)).failsWithin(1, TimeUnit.SECONDS);
        try (Storage again = new Backend().open(url, Map.of())) {
            assertThat(again.describe()).isEqualTo(description);
            assertThat(again.readAsync(r -> r.users().find(ann.id())).get(10, TimeUnit.SECONDS))
                    .contains(ann);
        }
    }

    @Test
    void nodesMayOpenItAtOnce() throws Exception {
        String fresh = MongoServer.shared().createDatabase();
        List<Object> ids = atOnce(3, () -> {
            try (Storage node = new Backend().open(fresh, Map.of())) {
                return node.describe().store();
            }
        });
        assertThat(ids).hasSize(3).containsOnly(ids.getFirst());
        MongoServer.shared().dropDatabase(fresh);
    }

    @Test
    void refusesWhatItCannotUse() {
        String foreign = MongoServer.shared().createDatabase();
        try (MongoClient client = MongoClients.create(url)) {
            String name = BackendSettings.of(foreign, Map.of()).database();
            client.getDatabase(name).createCollection("somebody_elses");
            database(client).getCollection(StoreSchema.STEPS).insertOne(new Document("_id", 99));
        }
        cannotOpen(foreign, "not Atlas");
        cannotOpen(url, "newer");
        cannotOpen("mongodb://127.0.0.1:1/atlas?serverSelectionTimeoutMS=200", "start it");
        MongoServer.shared().dropDatabase(foreign);
    }

    @Test
    void refusesAStandAloneServer() {
        OpeningErrors errors = new OpeningErrors(BackendSettings.of(url, Map.of()));
        assertThatThrownBy(() -> errors.mustDoTransactions(new Document("isWritablePrimary", true)))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContainingAll("replica set", "ATLAS_MONGODB_URL");
    }

    private static void cannotOpen(String url, String reason) {
        assertThatThrownBy(() -> new Backend().open(url, Map.of()))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContainingAll(reason, "ATLAS_MONGODB_URL");
    }
}
