package dev.atlas.application.mirror;

import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException;
import java.util.Optional;
import java.util.function.Function;

/** A mirror for those who compare with it. Safe for any number of threads. */
public interface MirrorReading {

    /** How it stands, or empty if there is none. Asks nobody. */
    Optional<MirrorStatus> status();

    /**
     * Reads in the mirror, whatever it holds by now.
     *
     * @throws StorageException.Unavailable also if there is none, or it is not open at the moment
     */
    <R> R read(Function<? super Repositories, R> work);
}
