package dev.atlas.contract.servers;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Shared servers that follow each other, each for a few databases. What stands in for MongoDB reads its whole log whenever
 * somebody begins to follow it, and grows slow with every transaction, so that a long series of tests on one server would
 * mostly wait for it. Where MongoDB itself is given there is one server for all.
 *
 * <p>Safe for use by several threads.
 */
public final class MongoSeries {

    /** Databases of one server. */
    private static final int DATABASES = 4;

    /** Servers that live at a time, so that a database outlives the making of so many more. */
    private static final int LIVING = 3;

    private static final Deque<MongoServer> SERVERS = new ArrayDeque<>();
    private static int databases;

    private MongoSeries() {}

    /**
     * Returns the URL of a new, empty database. It can be used until eight more were made here, or the JVM ends.
     *
     * @throws ServerException when no server can be had; the message says what to install or set
     */
    public static String createDatabase() {
        synchronized (SERVERS) {
            if (SERVERS.isEmpty() || isWorn(SERVERS.getFirst())) {
                SERVERS.push(MongoServer.open(System.getenv()));
                databases = 0;
            }
            if (SERVERS.size() > LIVING) {
                SERVERS.removeLast().remove();
            }
            databases++;
            return SERVERS.getFirst().createDatabase();
        }
    }

    private static boolean isWorn(MongoServer server) {
        return databases >= DATABASES && !server.outlivesTests() && server.flavour() == MongoServer.Flavour.COMPATIBLE;
    }
}
