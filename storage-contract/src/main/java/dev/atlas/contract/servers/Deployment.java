package dev.atlas.contract.servers;

/** How a server runs, and what can therefore be done to it. */
sealed interface Deployment permits GivenDeployment, ContainerDeployment, ProcessDeployment {

    /** Where the server comes from, in words that fit into a message. */
    String source();

    /** Whether the server may still answer, as far as can be seen from outside. */
    boolean isRunning();

    /** The last lines of the server's log. */
    String lastLines();

    /** Freezes the server. */
    void pause();

    /** Lets a frozen server go on. */
    void resume();

    /** Kills the server as a crash would; its data stay. */
    void kill();

    /** Starts a server that was killed on the same data and the same port. */
    void restart();

    /** Stops the server and removes its data, where it was started here. */
    void remove();
}
