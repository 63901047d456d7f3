package dev.atlas.contract.servers;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import dev.atlas.contract.servers.MongoSource.Topology;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;

/** Starts the {@code mongod} of the machine as a replica set of one member. */
final class Mongod {
    private static final String REPLICA_SET = "atlas";
    private static final int ALREADY_INITIALISED = 23;

    private Mongod() {}

    /** The {@code mongod} on the search path, if there is one. */
    static Optional<Path> onPath(Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("PATH", "").split(":", -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "mongod"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts the program with an empty storage folder; {@link #initiate} has to follow for a replica set. */
    static ProcessDeployment start(Path program, int port, Topology topology) {
        Path folder = Folders.temporary("mongod");
        folder.resolve("data").toFile().mkdirs();
        Stream<String> words = Stream.of(
                program.toString(),
                "--bind_ip",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--dbpath",
                folder.resolve("data").toString(),
                "--nounixsocket",
                "--oplogSize",
                "128",
                "--wiredTigerCacheSizeGB",
                "0.25",
                "--setParameter",
                "enableTestCommands=1",
                "--setParameter",
                "diagnosticDataCollectionEnabled=false");
        Stream<String> membership =
                topology == Topology.REPLICA_SET ? Stream.of("--replSet", REPLICA_SET) : Stream.empty();
        Command command = new Command(Stream.concat(words, membership).toList());
        return ProcessDeployment.start("mongod from the search path", command, "KILL", folder);
    }

    /** Makes a server the only member of its replica set, unless it is that already. */
    static void initiate(MongoClient client, ServerUrl url) {
        Document member = new Document("_id", 0).append("host", url.hosts());
        Document set = new Document("_id", REPLICA_SET).append("members", List.of(member));
        try {
            client.getDatabase("admin").runCommand(new Document("replSetInitiate", set));
        } catch (MongoCommandException refusal) {
            if (refusal.getCode() != ALREADY_INITIALISED) {
                throw refusal;
            }
        }
    }
}
