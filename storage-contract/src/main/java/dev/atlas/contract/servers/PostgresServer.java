package dev.atlas.contract.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A PostgreSQL server for tests.
 *
 * <p>URLs have the form {@code postgresql://user:password@host:port/database}.
 *
 * <p>The shared server comes from the first of these sources:
 *
 * <ol>
 *   <li>the URL in the environment variable {@code ATLAS_TEST_POSTGRES_URL}, whose user may create databases;
 *   <li>a container of PostgreSQL 18, when a Docker engine answers and {@code ATLAS_TEST_DOCKER} is not {@code off};
 *   <li>PostgreSQL 18 from the class path, as a process of this machine. It runs as root as well.
 * </ol>
 *
 * <p>A private server is always the one from the class path, so that tests kill the same thing everywhere.
 *
 * <p>A source that is there and does not work is a failure, never a reason to skip a test or to take the next source.
 */
public final class PostgresServer implements TestServer {
    /** The environment variable that may hold the URL of a running server. */
    public static final String URL_VARIABLE = "ATLAS_TEST_POSTGRES_URL";

    private static final String IMAGE = "postgres:18";
    private static final int INNER_PORT = 5432;
    private static final List<String> MANY_CONNECTIONS = List.of("max_connections=200");
    private static final List<String> FAST = List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off");

    private static final Once<PostgresServer> SHARED = new Once<>(() -> open(System.getenv()));

    private final ServerUrl url;
    private final Handle handle;
    private final Set<String> databases = ConcurrentHashMap.newKeySet();

    private PostgresServer(ServerUrl url, Deployment deployment, Handle.Ownership ownership) {
        this.url = url;
        this.handle = new Handle(deployment, ownership, this::obstacle, this::dropDatabases);
        handle.awaitReady();
    }

    /**
     * The server that all tests of this JVM share. It is started at the first call and stopped when the JVM ends;
     * closing it does nothing, and it refuses to be paused, killed or restarted. It keeps nothing safe on disk
     * ({@code fsync} and {@code synchronous_commit} are off where it is started here) and accepts 200 connections.
     *
     * @throws ServerException when no server can be had; the message says what to install or set
     */
    public static PostgresServer shared() {
        return SHARED.get();
    }

    /**
     * Starts a server of one's own, which may be paused, killed and restarted. Its settings are those of a new
     * installation: a transaction that was committed survives every {@link #kill()}.
     *
     * @throws ServerException when it cannot be started; the message says what to install or set
     */
    public static PostgresServer startPrivate() {
        return embedded(System.getenv(), List.of(), Handle.Ownership.PRIVATE);
    }

    /** Opens a shared server as an environment wants it. */
    static PostgresServer open(Map<String, String> environment) {
        String given = environment.getOrDefault(URL_VARIABLE, "");
        if (!given.isEmpty()) {
            return new PostgresServer(
                    ServerUrl.parse(given), new GivenDeployment(URL_VARIABLE), Handle.Ownership.SHARED);
        }
        if (DockerEngine.answers(environment)) {
            return container();
        }
        List<String> settings = new ArrayList<>(FAST);
        settings.addAll(MANY_CONNECTIONS);
        return embedded(environment, settings, Handle.Ownership.SHARED);
    }

    private static PostgresServer embedded(
            Map<String, String> environment, List<String> settings, Handle.Ownership ownership) {
        int port = FreePort.find();
        return new PostgresServer(
                url("127.0.0.1", port), EmbeddedPostgres.start(environment, port, settings), ownership);
    }

    private static PostgresServer container() {
        int port = FreePort.find();
        PostgreSQLContainer container = new PostgreSQLContainer(IMAGE)
                .withDatabaseName(EmbeddedPostgres.DATABASE)
                .withUsername(EmbeddedPostgres.USER)
                .withPassword(EmbeddedPostgres.PASSWORD);
        container.withCommand("postgres -c fsync=off -c synchronous_commit=off -c max_connections=200");
        ContainerDeployment deployment = ContainerDeployment.start(container, port, INNER_PORT);
        return new PostgresServer(url(container.getHost(), port), deployment, Handle.Ownership.SHARED);
    }

    private static ServerUrl url(String host, int port) {
        return new ServerUrl(
                "postgresql",
                EmbeddedPostgres.USER + ":" + EmbeddedPostgres.PASSWORD,
                host + ":" + port,
                EmbeddedPostgres.DATABASE,
                "");
    }

    /** The URL of the server's own database, which tests do not write to. */
    public String url() {
        return url.toString();
    }

    /** Where the server comes from, in words: for log lines and failure messages. */
    public String source() {
        return handle.source();
    }

    @Override
    public String createDatabase() {
        String name = "atlas_"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        execute("create database \"" + name + "\" template template0");
        databases.add(name);
        return url.withDatabase(name).toString();
    }

    /**
     * Drops a database that {@link #createDatabase()} made, ending the connections to it. A URL that leads to it
     * through a {@link Proxy} will do.
     *
     * @throws IllegalArgumentException when this server did not make it, or it has been dropped already
     */
    public void dropDatabase(String databaseUrl) {
        String name = ServerUrl.parse(databaseUrl).database();
        if (!databases.remove(name)) {
            throw new IllegalArgumentException("Not a database of this test server: " + name);
        }
        drop(name);
    }

    private void dropDatabases() {
        databases.forEach(this::drop);
    }

    private void drop(String name) {
        execute("drop database if exists \"" + name + "\" with (force)");
    }

    /**
     * Opens a plain connection, for tests that look at a database from outside.
     *
     * @param databaseUrl a URL of the form that this class hands out; its parameters are those of the JDBC driver
     */
    public static Connection connect(String databaseUrl) throws SQLException {
        return connect(ServerUrl.parse(databaseUrl), new Properties());
    }

    private static Connection connect(ServerUrl url, Properties properties) throws SQLException {
        if (!url.userInfo().isEmpty()) {
            properties.setProperty("user", url.user());
            properties.setProperty("password", url.password());
        }
        ServerUrl address = new ServerUrl("jdbc:" + url.scheme(), "", url.hosts(), url.database(), url.query());
        return DriverManager.getConnection(address.toString(), properties);
    }

    /** Connects for this class itself: a server that does not answer is noticed in bounded time. */
    private Connection connect() throws SQLException {
        Properties bounds = new Properties();
        bounds.setProperty("connectTimeout", "5");
        bounds.setProperty("loginTimeout", "5");
        bounds.setProperty("socketTimeout", "30");
        return connect(url, bounds);
    }

    private void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new ServerException(handle.source() + " refuses \"" + sql + "\": " + failure.getMessage(), failure);
        }
    }

    private Optional<String> obstacle() {
        try (Connection connection = connect()) {
            return connection.isValid(5) ? Optional.empty() : Optional.of("the connection is not valid");
        } catch (SQLException notYet) {
            return Optional.of(String.valueOf(notYet.getMessage()));
        }
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
    void remove() {
        handle.remove();
    }
}
