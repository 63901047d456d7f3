package dev.atlas.application;

import dev.atlas.domain.Instants;
import dev.atlas.domain.storage.Storage;
import java.time.Clock;
import java.time.Instant;

/** What every use case stands on. */
public record Foundation(Storage storage, Clock clock, Ids ids) {

    /** The time of the clock, to the microsecond. */
    public Instant now() {
        return Instants.now(clock);
    }
}
