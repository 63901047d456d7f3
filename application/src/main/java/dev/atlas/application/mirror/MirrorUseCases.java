package dev.atlas.application.mirror;

import dev.atlas.application.Foundation;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mirror of the store that this process serves from, if it has one. Safe for any number of threads.
 *
 * @param pair null if this process serves from one store alone
 */
public record MirrorUseCases(
        Foundation foundation, @Nullable ServedPair pair) {

    /** How it stands, or empty if there is none. Asks nobody. */
    public Optional<MirrorStatus> status() {
        return Optional.ofNullable(pair).flatMap(ServedPair::status);
    }

    /** For how long the mirror has been behind; zero if there is none. */
    public Duration lag() {
        return status().map(status -> status.lag(foundation.now())).orElse(Duration.ZERO);
    }
}
