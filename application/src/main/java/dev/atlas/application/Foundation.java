package dev.atlas.application;

import dev.atlas.domain.storage.Storage;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What every use case stands on. */
public record Foundation(Storage storage, Clock clock, Ids ids) {

    /** The time of the clock, to the microsecond. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
