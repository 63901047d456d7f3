package dev.atlas.application.chat;

/** What this node waits for, and what it has yet to store. */
public final class TurnsInHand implements AutoCloseable {

    private final TurnWatch watch;
    private final Persistence persistence;

    TurnsInHand(TurnWatch watch, Persistence persistence) {
        this.watch = watch;
        this.persistence = persistence;
    }

    /** Ends all of it as if whoever reads had gone, and waits within a bound until it is stored. */
    @Override
    public void close() {
        persistence.end();
        watch.close();
        persistence.close();
    }
}
