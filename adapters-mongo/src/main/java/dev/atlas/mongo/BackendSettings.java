package dev.atlas.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.connection.ClusterSettings;
import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.EnvironmentSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the MongoDB engine. Where the environment is silent, the option of the URL that means the same counts, and
 * then the default. All other options of the URL are the driver's and kept.
 *
 * @param url what the driver connects to; may hold a password
 * @param database the database it names
 * @param pool units of work that may run at the same time; {@code ATLAS_MONGODB_POOL}, 32
 * @param connectTimeout for the network to connect, and for the server to say that it is alive: the driver, which has one
 *     setting for both, takes a server that is slower than this for lost; {@code ATLAS_MONGODB_CONNECT_TIMEOUT}, 10 s
 * @param selectionTimeout for a primary to be found, at the start too; {@code ATLAS_MONGODB_SELECTION_TIMEOUT}, 2 s
 * @param socketTimeout for one answer, so longer than the slowest query; {@code ATLAS_MONGODB_SOCKET_TIMEOUT}, 10 s
 * @param queueTimeout for the turn of a unit of work; {@code ATLAS_MONGODB_QUEUE_TIMEOUT}, 10 s
 * @param retryTimeout after which a unit that met a transient conflict is not run again;
 *     {@code ATLAS_MONGODB_RETRY_TIMEOUT}, 10 s
 * @param transactionLife after which a unit that reads everything goes on in a new transaction, well below the server's
 *     {@code transactionLifetimeLimitSeconds}; {@code ATLAS_MONGODB_TRANSACTION_LIFE}, 30 s
 */
record BackendSettings(
        ConnectionString url,
        String database,
        int pool,
        Duration connectTimeout,
        Duration selectionTimeout,
        Duration socketTimeout,
        Duration queueTimeout,
        Duration retryTimeout,
        Duration transactionLife) {

    static final String URL = "ATLAS_MONGODB_URL";
    static final String FORM = "mongodb://user:password@host:port/database";

    private static final Set<String> MONGODBS_OWN = Set.of("admin", "local", "config");

    /** Throws {@link CannotOpen} naming the setting that is wrong. */
    static BackendSettings of(String url, Map<String, String> environment) {
        EnvironmentSettings settings = new EnvironmentSettings(environment);
        ConnectionString parsed = parse(url);
        return new BackendSettings(
                parsed,
                database(parsed),
                settings.count("ATLAS_MONGODB_POOL", orElse(parsed.getMaxConnectionPoolSize(), 32), 1, 1_000),
                settings.duration("ATLAS_MONGODB_CONNECT_TIMEOUT", millis(parsed.getConnectTimeout(), 10_000)),
                settings.duration("ATLAS_MONGODB_SELECTION_TIMEOUT", millis(parsed.getServerSelectionTimeout(), 2_000)),
                settings.duration("ATLAS_MONGODB_SOCKET_TIMEOUT", millis(parsed.getSocketTimeout(), 10_000)),
                settings.duration("ATLAS_MONGODB_QUEUE_TIMEOUT", millis(parsed.getMaxWaitTime(), 10_000)),
                settings.duration("ATLAS_MONGODB_RETRY_TIMEOUT", Duration.ofSeconds(10)),
                settings.duration("ATLAS_MONGODB_TRANSACTION_LIFE", Duration.ofSeconds(30)));
    }

    // What the driver says of a URL may quote it, and with it the password: nothing of that is passed on.
    private static ConnectionString parse(String url) {
        try {
            ConnectionString parsed = new ConnectionString(url);
            ClusterSettings.builder().applyConnectionString(parsed).build();
            return parsed;
        } catch (IllegalArgumentException e) {
            throw new CannotOpen("The MongoDB URL cannot be read: set " + URL + " to " + FORM + ".");
        } catch (MongoException e) {
            throw new CannotOpen("The hosts of the MongoDB URL are not in the DNS: set " + URL + " to " + FORM + ".");
        }
    }

    private static String database(ConnectionString url) {
        String name = url.getDatabase();
        if (name == null || name.isEmpty()) {
            throw new CannotOpen("The MongoDB URL names no database: set " + URL + " to " + FORM + ".");
        }
        try {
            MongoNamespace.checkDatabaseNameValidity(name);
        } catch (IllegalArgumentException e) {
            throw new CannotOpen("The MongoDB URL names a database that cannot be: set " + URL + " to " + FORM + ".");
        }
        if (MONGODBS_OWN.contains(name)) {
            throw new CannotOpen("The database " + name + " is MongoDB's own: set " + URL + " to another one.");
        }
        return name;
    }

    private static int orElse(@Nullable Integer given, int otherwise) {
        return given == null || given <= 0 ? otherwise : given;
    }

    private static Duration millis(@Nullable Integer given, int otherwise) {
        return Duration.ofMillis(orElse(given, otherwise));
    }

    /** Where the store is, without user and password. */
    String shownUrl() {
        String scheme = url.isSrvProtocol() ? "mongodb+srv://" : "mongodb://";
        return scheme + String.join(",", url.getHosts()) + "/" + database;
    }

    /** For the driver. */
    MongoClientSettings client() {
        return client(socketTimeout);
    }

    /** The same for commands that may take longer than a unit of work. */
    MongoClientSettings client(Duration longestAnswer) {
        return MongoClientSettings.builder()
                .applyConnectionString(url)
                .applicationName("atlas")
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .applyToConnectionPoolSettings(connections -> connections
                        .maxSize(pool)
                        .minSize(Math.min(pool, orElse(url.getMinConnectionPoolSize(), 0)))
                        .maxWaitTime(queueTimeout.toMillis(), TimeUnit.MILLISECONDS))
                .applyToClusterSettings(
                        cluster -> cluster.serverSelectionTimeout(selectionTimeout.toMillis(), TimeUnit.MILLISECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(
                                Math.toIntExact(connectTimeout.toMillis()), TimeUnit.MILLISECONDS)
                        .readTimeout(Math.toIntExact(longestAnswer.toMillis()), TimeUnit.MILLISECONDS))
                .build();
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "BackendSettings[" + shownUrl() + "]";
    }
}
