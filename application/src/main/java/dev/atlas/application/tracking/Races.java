package dev.atlas.application.tracking;

import dev.atlas.domain.storage.StorageException.Conflict;
import java.util.function.Supplier;

/** What to do when two callers act at once and the first to commit takes what the other needs: decide again. */
final class Races {

    /** Each repeat means that somebody else has committed meanwhile, so a few suffice. */
    private static final int ATTEMPTS = 8;

    private Races() {}

    /** Runs {@code unit}, a whole unit of work, again as long as it loses a race for {@code rule}. */
    static <R> R again(String rule, Supplier<R> unit) {
        for (int attempt = 1; ; attempt++) {
            try {
                return unit.get();
            } catch (Conflict lost) {
                if (!lost.rule().equals(rule) || attempt == ATTEMPTS) {
                    throw lost;
                }
            }
        }
    }
}
