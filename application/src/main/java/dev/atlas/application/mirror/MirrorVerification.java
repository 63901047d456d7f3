package dev.atlas.application.mirror;

import dev.atlas.domain.storage.Position;
import java.time.Instant;

/**
 * What a comparison of the whole mirror with its primary found. Each range of keys was compared at one position of both.
 *
 * @param at when it ended
 * @param position of the primary at which the last range was compared
 * @param records that were compared
 * @param differences how many records differed, were missing or were extra
 * @param digest over the records of the primary, as they were compared
 */
public record MirrorVerification(Instant at, Position position, long records, long differences, String digest) {

    /** True if the mirror held exactly the records of the primary. */
    public boolean equal() {
        return differences == 0;
    }
}
