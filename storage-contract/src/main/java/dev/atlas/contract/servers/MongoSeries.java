package dev.atlas.contract.servers;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Servers that follow each other, each for a few databases. What stands in for MongoDB reads its whole log whenever somebody
 * begins to follow it, and grows slow with every transaction, so that a long series of tests on one server would mostly wait
 * for it. Where MongoDB itself is given there is one server for all.
 *
 * <p>Every thread has a series of its own, so that tests that run side by side do not use up each other's servers.
 */
public final class MongoSeries {

    /** Databases of one server. */
    private static final int DATABASES = 4;

    /** Servers that live at a time, so that a database outlives the making of so many more. */
    private static final int LIVING = 3;

    private static final ThreadLocal<MongoSeries> OF_THREAD = ThreadLocal.withInitial(MongoSeries::new);

    private final Deque<MongoServer> servers = new ArrayDeque<>();
    private int databases;

    private MongoSeries() {}

    /**
     * Returns the URL of a new, empty database. It can be used until this thread has made eight more, or the JVM ends.
     *
     * @throws ServerException when no server can be had; the message says what to install or set
     */
    public static String createDatabase() {
        return OF_THREAD.get().create();
    }

    private String create() {
        if (servers.isEmpty() || isWorn(servers.getFirst())) {
            servers.push(MongoServer.open(System.getenv()));
            databases = 0;
        }
        if (servers.size() > LIVING) {
            servers.removeLast().remove();
        }
        databases++;
        return servers.getFirst().createDatabase();
    }

    private boolean isWorn(MongoServer server) {
        return databases >= DATABASES && !server.outlivesTests() && server.flavour() == MongoServer.Flavour.COMPATIBLE;
    }
}
