package dev.atlas.contract.servers;

/** A database server that tests start for themselves. */
public interface TestServer extends AutoCloseable {

    /** Returns the URL of a new, empty database. */
    String createDatabase();

    /**
     * Kills a private server, as a crash would. Returns when it is gone; connections to it are refused from then on.
     *
     * @throws UnsupportedOperationException when this is a shared server
     */
    void kill();

    /**
     * Starts a killed private server on the same data and the same port, after killing it if it runs. Returns when it has
     * recovered and takes writes again.
     *
     * @throws UnsupportedOperationException when this is a shared server
     */
    void restart();

    /** Stops a private server and deletes its data. Does nothing to a shared one. */
    @Override
    void close();
}
