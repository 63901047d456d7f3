package dev.atlas.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.atlas.contract.ObservedStore;
import dev.atlas.contract.QueryPlan;
import dev.atlas.contract.QueryPlan.Access;
import dev.atlas.contract.servers.MongoServer;
import dev.atlas.domain.storage.Storage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.Document;

/** Explains the commands that the driver sends. */
final class Observed implements ObservedStore {

    /** What belongs to the session of a command and not to its question. */
    private static final Set<String> SESSION = Set.of(
            "lsid",
            "txnNumber",
            "startTransaction",
            "autocommit",
            "readConcern",
            "$db",
            "$clusterTime",
            "$readPreference");

    private static final Set<String> FROM_START_TO_END = Set.of("[MinKey, MaxKey]", "[MaxKey, MinKey]");

    private final MongoClient client;
    private final MongoDatabase database;
    private final Storage storage;

    Observed(String url) {
        BackendSettings settings = BackendSettings.of(url, Map.of());
        client = MongoClients.create(settings.client());
        database = client.getDatabase(settings.database());
        storage = new Backend().open(url, Map.of());
        SentCommands.take();
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public List<QueryPlan> plans() {
        return SentCommands.take().stream().map(this::explain).toList();
    }

    private QueryPlan explain(BsonDocument command) {
        BsonDocument question = new BsonDocument();
        command.forEach((name, value) -> {
            if (!SESSION.contains(name)) {
                question.put(name, value);
            }
        });
        if (MongoServer.shared().flavour() != MongoServer.Flavour.MONGOD) {
            return new QueryPlan(question.toJson(), new IndexChoice(database).of(question), "by the indexes there are");
        }
        BsonDocument explained = database.runCommand(
                new Document("explain", question).append("verbosity", "queryPlanner"), BsonDocument.class);
        return new QueryPlan(question.toJson(), access(explained), explained.toJson());
    }

    private static Access access(BsonDocument explained) {
        List<BsonDocument> stages =
                documents(explained).filter(each -> each.containsKey("stage")).toList();
        if (stages.stream()
                .anyMatch(stage -> stage.getString("stage").getValue().equals("COLLSCAN"))) {
            return Access.SCAN;
        }
        boolean walks = stages.stream()
                .filter(stage -> stage.getString("stage").getValue().equals("IXSCAN"))
                .anyMatch(Observed::fromStartToEnd);
        return walks ? Access.WALK : Access.SEEK;
    }

    /** True if the first field of the index has no bounds. */
    private static boolean fromStartToEnd(BsonDocument stage) {
        BsonDocument bounds = stage.getDocument("indexBounds", new BsonDocument());
        return bounds.values().stream()
                .findFirst()
                .map(BsonValue::asArray)
                .filter(first -> first.stream()
                        .map(BsonValue::asString)
                        .map(BsonString::getValue)
                        .anyMatch(FROM_START_TO_END::contains))
                .isPresent();
    }

    /** Every document within, wherever the server puts its winning plan; rejected plans are left out. */
    private static Stream<BsonDocument> documents(BsonValue value) {
        return switch (value) {
            case BsonDocument document ->
                Stream.concat(
                        Stream.of(document),
                        document.entrySet().stream()
                                .filter(entry -> !entry.getKey().equals("rejectedPlans"))
                                .flatMap(entry -> documents(entry.getValue())));
            case BsonArray array -> array.stream().flatMap(Observed::documents);
            default -> Stream.empty();
        };
    }

    @Override
    public void close() {
        storage.close();
        client.close();
    }
}
