package dev.atlas.domain.identity;

import dev.atlas.domain.storage.Aggregates;
import java.time.Instant;
import java.util.List;

/** The failed sign-ins that still count. They belong to one store and never move to another. */
public interface SignInAttempts extends Aggregates<String, FailedSignIns> {

    /** Up to {@code limit} of which the last failure is before {@code time}, the oldest first. */
    List<FailedSignIns> lastFailedBefore(Instant time, int limit);
}
