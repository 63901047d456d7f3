package dev.atlas.cli.storage;

import dev.atlas.application.Ids;
import dev.atlas.application.switching.StoragePair;
import dev.atlas.application.switching.Successor;
import dev.atlas.domain.storage.Storage;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/** Pairs of stores that have time enough on a busy machine. */
final class StoragePairs {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Duration BOUND = Duration.ofSeconds(20);

    private StoragePairs() {}

    static StoragePair of(Storage one, Storage other, Successor successor) {
        return new StoragePair(one, other, successor, new Ids(CLOCK, new SecureRandom()), CLOCK, BOUND);
    }
}
