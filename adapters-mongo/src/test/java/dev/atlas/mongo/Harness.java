package dev.atlas.mongo;

import static dev.atlas.contract.Unusable.PASSWORD;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.atlas.contract.DisturbedStore;
import dev.atlas.contract.EngineHarness;
import dev.atlas.contract.LiveSchema;
import dev.atlas.contract.ObservedStore;
import dev.atlas.contract.Shell;
import dev.atlas.contract.Unusable;
import dev.atlas.contract.servers.MongoServer;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageEngine;
import dev.atlas.persistence.CurrentUnit;
import dev.atlas.persistence.SchemaStep;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Databases of a server of its own, as what stands in for MongoDB grows slow with every transaction. */
final class Harness implements EngineHarness {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoServer server = MongoServer.unused();
    private @Nullable MongoServer alone;

    @Override
    public StorageEngine engine() {
        return new Backend();
    }

    /** On a busy machine a server that is slow is not to be taken for lost. */
    @Override
    public Storage open(String url) {
        return engine().open(url, Map.of("ATLAS_MONGODB_SOCKET_TIMEOUT", "60s"));
    }

    @Override
    public String emptyPlace() {
        return server.createDatabase();
    }

    @Override
    public DisturbedStore disturbed() {
        return Disturbed.in(emptyPlace());
    }

    @Override
    public ObservedStore observed(String url) {
        return new Observed(url);
    }

    /** Documents have no columns; validators keep to those of the kind. */
    @Override
    public LiveSchema schema(String url) {
        BackendSettings settings = BackendSettings.of(url, Map.of());
        try (MongoClient client = MongoClients.create(settings.client())) {
            Map<String, Set<String>> kinds = new TreeMap<>();
            client.getDatabase(settings.database()).listCollectionNames().forEach(name -> kinds.put(name, Set.of()));
            kinds.keySet().removeIf(name -> name.startsWith("system."));
            Set<String> infrastructure = new HashSet<>(kinds.keySet());
            infrastructure.retainAll(StoreSchema.OWN);
            kinds.keySet().removeAll(infrastructure);
            return new LiveSchema(kinds, infrastructure);
        }
    }

    @Override
    public List<Integer> steps() {
        return SchemaStep.all().stream().map(SchemaStep::number).toList();
    }

    @Override
    public void prepare(String url, int step, Consumer<Records> work) {
        BackendSettings settings = BackendSettings.of(url, Map.of());
        try (MongoClient client = MongoClients.create(settings.client());
                ClientSession session = client.startSession()) {
            MongoDatabase database = client.getDatabase(settings.database());
            for (SchemaStep each : SchemaStep.all()) {
                if (each.number() <= step) {
                    make(each, database);
                }
            }
            CurrentUnit<Unit> unit = new CurrentUnit<>();
            DocumentRecords records = new DocumentRecords(unit, database);
            unit.run(new Unit(session, 0, null), true, () -> {
                work.accept(records);
                return true;
            });
        }
    }

    @Override
    public Shell shell(String url) {
        return new DocumentShell(url);
    }

    /** The oplog forgets when it is full, which no test can wait for: so the server says once that it has. */
    @Override
    public void forgetChanges(String url) {
        BackendSettings settings = BackendSettings.of(url, Map.of());
        try (MongoClient client = MongoClients.create(settings.client())) {
            client.getDatabase("admin")
                    .runCommand(new Document("configureFailPoint", "failCommand")
                            .append("mode", new Document("times", 1))
                            .append(
                                    "data",
                                    new Document("failCommands", List.of("aggregate")).append("errorCode", 286)));
        }
    }

    @Override
    public List<Unusable> unusable() {
        String foreign = emptyPlace();
        inside(foreign, database -> database.createCollection("theirs"));
        if (alone == null) {
            alone = MongoServer.startStandalone();
        }
        return List.of(
                unusable("a server that is not there", "mongodb://ann:" + PASSWORD + "@127.0.0.1:1/atlas", "start it"),
                unusable("a wrong password", as("nobody", emptyPlace()), "the user or the password"),
                unusable("a server without a replica set", alone.url(), "replica set"),
                unusable("a database of somebody else", foreign, "not Atlas"),
                unusable("a URL without a database", "mongodb://ann:" + PASSWORD + "@127.0.0.1:1", "database"),
                unusable("a URL that is none", "mongodb://ann:" + PASSWORD + "@:x:1/atlas", BackendSettings.FORM));
    }

    private static String as(String user, String url) {
        return url.replaceFirst("//([^@/]*@)?", "//" + user + ":" + PASSWORD + "@");
    }

    private static Unusable unusable(String what, String url, String reason) {
        return new Unusable(what, url, Map.of("ATLAS_MONGODB_SELECTION_TIMEOUT", "2s"), reason);
    }

    @Override
    public void pretendNewer(String url, boolean newer) {
        Document step = new Document(Documents.ID, 99);
        inside(url, database -> {
            MongoCollection<Document> steps = database.getCollection(StoreSchema.STEPS);
            if (newer) {
                steps.insertOne(step);
            } else {
                steps.deleteOne(step);
            }
        });
    }

    private static void inside(String url, Consumer<MongoDatabase> work) {
        BackendSettings settings = BackendSettings.of(url, Map.of());
        try (MongoClient client = MongoClients.create(settings.client())) {
            work.accept(client.getDatabase(settings.database()));
        }
    }

    private static void make(SchemaStep step, MongoDatabase database) {
        Objects.requireNonNull(SchemaChange.ALL.get(step.number()), step.name()).make(database);
        database.getCollection(StoreSchema.STEPS)
                .updateOne(Filters.eq(Documents.ID, step.number()), Updates.setOnInsert("name", step.name()), UPSERT);
    }

    /** {@link IndexChoice} does not mind how many there are. */
    @Override
    public int manyRows() {
        boolean isMongod = server.flavour() == MongoServer.Flavour.MONGOD;
        return EngineHarness.super.manyRows() / (isMongod ? 1 : 100);
    }

    /** Dropping is for a server that stays: another one takes as long for it as for the tests, and for ever if a unit was left open. */
    @Override
    public void close() {
        server.remove();
        if (alone != null) {
            alone.close();
        }
    }
}
