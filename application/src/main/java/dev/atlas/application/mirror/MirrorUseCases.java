package dev.atlas.application.mirror;

import dev.atlas.application.Foundation;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The mirror of the store that this process serves from, if it has one. Safe for any number of threads.
 *
 * @param pair null if this process serves from one store alone
 */
public record MirrorUseCases(
        Foundation foundation, @Nullable ServedPair pair) implements MirrorReading {

    @Override
    public Optional<MirrorStatus> status() {
        return Optional.ofNullable(pair).flatMap(ServedPair::status);
    }

    @Override
    public <R> R read(Function<? super Repositories, R> work) {
        ServedPair served = pair;
        if (served == null) {
            throw new StorageException.Unavailable("there is no mirror", null);
        }
        return served.readMirror(work);
    }

    /** For how long the mirror has been behind; zero if there is none. */
    public Duration lag() {
        return status().map(status -> status.lag(foundation.now())).orElse(Duration.ZERO);
    }
}
