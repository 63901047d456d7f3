package dev.atlas.contract.servers;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.atlas.contract.servers.MongoSource.Topology;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * A MongoDB server for tests: a replica set of one member, so that transactions and change streams work.
 *
 * <p>URLs have the form {@code mongodb://host:port/database?directConnection=true}.
 *
 * <p>A server comes from the first of these sources; a private one only from those that can be killed:
 *
 * <ol>
 *   <li>the URL in the environment variable {@code ATLAS_TEST_MONGODB_URL} (the shared server only);
 *   <li>{@code mongod} on the search path, as a process of this machine;
 *   <li>a container, when a Docker engine answers and {@code ATLAS_TEST_DOCKER} is not {@code off};
 *   <li>SecantusDB, which is compatible with MongoDB up to a point ({@link #flavour()} tells) and needs Python 3.10 to
 *       3.13. The first start installs it in the user's cache folder, which takes about half a minute.
 * </ol>
 *
 * <p>A source that is there and does not work is a failure, never a reason to skip a test or to take the next source.
 */
public final class MongoServer implements TestServer {
    /** The environment variable that may hold the URL of a running replica set. */
    public static final String URL_VARIABLE = "ATLAS_TEST_MONGODB_URL";

    private static final Once<MongoServer> SHARED = new Once<>(() -> open(System.getenv()));

    private final ServerUrl url;
    private final Topology topology;
    private final boolean startedHere;
    private final Handle handle;
    private final Flavour flavour;
    private final Set<String> databases = ConcurrentHashMap.newKeySet();

    /** What answers: some tests ask for more than a compatible server can do. */
    public enum Flavour {
        /** MongoDB itself. */
        MONGOD,
        /** Another server that speaks MongoDB's protocol. */
        COMPATIBLE
    }

    private MongoServer(ServerUrl url, Deployment deployment, Handle.Ownership ownership, Topology topology) {
        this.url = url;
        this.topology = topology;
        this.startedHere = deployment instanceof ProcessDeployment;
        this.handle = new Handle(deployment, ownership, this::obstacle, this::dropDatabases);
        handle.awaitReady();
        this.flavour = askFlavour();
    }

    /**
     * The server that all tests of this JVM share. It is started at the first call and stopped when the JVM ends;
     * closing it does nothing, and it refuses to be paused, killed or restarted.
     *
     * @throws ServerException when no server can be had; the message says what to install or set
     */
    public static MongoServer shared() {
        return SHARED.get();
    }

    /**
     * Starts a server of one's own, which may be paused, killed and restarted. What was acknowledged with write concern
     * majority survives every {@link #kill()}.
     *
     * @throws ServerException when it cannot be started; the message says what to install or set
     */
    public static MongoServer startPrivate() {
        return start(System.getenv(), Handle.Ownership.PRIVATE, Topology.REPLICA_SET);
    }

    /**
     * Starts a server of one's own that belongs to no replica set, and so has neither transactions nor change streams.
     *
     * @throws ServerException when it cannot be started; the message says what to install or set
     */
    public static MongoServer startStandalone() {
        return start(System.getenv(), Handle.Ownership.PRIVATE, Topology.STANDALONE);
    }

    /**
     * A server for one group of tests: the given one, else one that nobody has used yet. Whoever asks for it {@linkplain
     * #remove() removes} it, or it lives until the JVM ends. It refuses to be paused, killed or restarted.
     *
     * @throws ServerException when no server can be had; the message says what to install or set
     */
    public static MongoServer unused() {
        return open(System.getenv());
    }

    /** Opens a shared server as an environment wants it. */
    static MongoServer open(Map<String, String> environment) {
        String given = environment.getOrDefault(URL_VARIABLE, "");
        if (!given.isEmpty()) {
            return new MongoServer(
                    ServerUrl.parse(given),
                    new GivenDeployment(URL_VARIABLE),
                    Handle.Ownership.SHARED,
                    Topology.REPLICA_SET);
        }
        return start(environment, Handle.Ownership.SHARED, Topology.REPLICA_SET);
    }

    private static MongoServer start(Map<String, String> environment, Handle.Ownership ownership, Topology topology) {
        MongoSource.Started started = new MongoSource(environment, ownership, topology).start();
        return new MongoServer(started.url(), started.deployment(), ownership, topology);
    }

    /** The URL of the server with a database that tests do not write to. */
    public String url() {
        return url.toString();
    }

    /** Where the server comes from, in words: for log lines and failure messages. */
    public String source() {
        return handle.source();
    }

    /** False if the server was started here, and is thrown away at the end with all it holds. */
    public boolean outlivesTests() {
        return !startedHere;
    }

    /** Whether MongoDB itself answers or something compatible. */
    public Flavour flavour() {
        return flavour;
    }

    @Override
    public String createDatabase() {
        String name = "atlas_"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        databases.add(name);
        return urlOf(name).toString();
    }

    /** A user that the URL names is registered in the database that the URL named first. */
    private ServerUrl urlOf(String name) {
        ServerUrl other = url.withDatabase(name);
        return url.userInfo().isEmpty() || url.has("authSource")
                ? other
                : other.with("authSource", url.database().isEmpty() ? "admin" : url.database());
    }

    /**
     * Drops a database that {@link #createDatabase()} made. A URL that leads to it through a {@link Proxy} will do.
     *
     * @throws IllegalArgumentException when this server did not make it, or it has been dropped already
     */
    public void dropDatabase(String databaseUrl) {
        String name = ServerUrl.parse(databaseUrl).database();
        if (!databases.remove(name)) {
            throw new IllegalArgumentException("Not a database of this test server: " + name);
        }
        drop(List.of(name));
    }

    private void dropDatabases() {
        drop(databases);
    }

    private void drop(Collection<String> names) {
        try (MongoClient client = connect()) {
            names.forEach(name -> client.getDatabase(name).drop());
        } catch (MongoException failure) {
            throw new ServerException(
                    handle.source() + " does not drop " + names + ": " + failure.getMessage(), failure);
        }
    }

    /** Connects for this class itself: a server that does not answer is noticed in bounded time. */
    private MongoClient connect() {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(url.toString()))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(2, TimeUnit.SECONDS).readTimeout(30, TimeUnit.SECONDS))
                .build());
    }

    private Optional<String> obstacle() {
        try (MongoClient client = connect()) {
            Document hello = admin(client, "hello");
            if (topology == Topology.REPLICA_SET) {
                if (startedHere && hello.getBoolean("isreplicaset", false)) {
                    Mongod.initiate(client, url);
                    return Optional.of("the replica set is being initiated");
                }
                requireTransactions(hello);
            }
            return hello.getBoolean("isWritablePrimary", false) ? Optional.empty() : Optional.of("it is not primary");
        } catch (MongoException notYet) {
            return Optional.of(String.valueOf(notYet.getMessage()));
        }
    }

    private void requireTransactions(Document hello) {
        boolean member = hello.containsKey("setName") || hello.getBoolean("isreplicaset", false);
        if (!member && !isRouter(hello)) {
            throw new ServerException("MongoDB is not a replica set here (" + handle.source() + "), so it has neither"
                    + " transactions nor change streams. Start it with --replSet and initiate the set");
        }
    }

    private static boolean isRouter(Document hello) {
        return "isdbgrid".equals(hello.get("msg"));
    }

    private Flavour askFlavour() {
        try (MongoClient client = connect()) {
            Document build = admin(client, "buildInfo");
            boolean router = isRouter(admin(client, "hello"));
            List<String> engines = build.getList("storageEngines", String.class, List.of());
            return router || engines.contains("wiredTiger") ? Flavour.MONGOD : Flavour.COMPATIBLE;
        }
    }

    private static Document admin(MongoClient client, String command) {
        return client.getDatabase("admin").runCommand(new Document(command, 1));
    }

    /**
     * Freezes a private server: connections stay open, new ones are accepted by the operating system, nobody answers.
     *
     * @throws UnsupportedOperationException when this is the shared server
     */
    public void pause() {
        handle.pause();
    }

    /**
     * Lets a frozen server go on where it was.
     *
     * @throws UnsupportedOperationException when this is the shared server
     */
    public void resume() {
        handle.resume();
    }

    @Override
    public void kill() {
        handle.kill();
    }

    @Override
    public void restart() {
        handle.restart();
    }

    @Override
    public void close() {
        handle.close();
    }

    /** Removes the server, the shared one too: the databases made on a given server, or else the server itself. */
    public void remove() {
        handle.remove();
    }
}
