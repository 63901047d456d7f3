package dev.atlas.application.switching;

import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.StorageException.Unavailable;
import java.time.Duration;

/** Brings a mirror on, as often as it is asked, which is quicker from the second time on. For one thread. */
@FunctionalInterface
public interface CatchUp {

    /**
     * Has the mirror hold everything that its primary holds up to this position.
     *
     * @throws Unavailable if it does not within {@code patience}
     */
    void to(Position position, Duration patience);
}
