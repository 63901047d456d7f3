package dev.atlas.contract;

import dev.atlas.domain.storage.Storage;
import java.time.Duration;

/**
 * An open store that can be disturbed. Its settings make every wait of the engine short; whatever is done to it, a call
 * ends within {@link #PATIENCE}.
 */
public interface DisturbedStore extends AutoCloseable {

    /** Longer than any call may take, disturbed or not. */
    Duration PATIENCE = Duration.ofSeconds(20);

    Storage storage();

    /** From now on the engine does not get on: it is frozen, or somebody else keeps it from writing. */
    void pause();

    /** From now on commits take place, and nobody hears of it. */
    void loseAnswersOfCommits();

    /** Ends {@link #pause()} and {@link #loseAnswersOfCommits()}. */
    void heal();

    /**
     * Lets {@link UnitWriter} write {@code units} units of work, kills the engine in the middle of one more, and brings the
     * engine back. The store that was open is of no use any more.
     */
    Crash killWhileWriting(int units);

    /** Closes the store and opens it again, undisturbed; from now on {@link #storage()} is that one. */
    Storage reopen();

    @Override
    void close();
}
