package dev.atlas.api.storage;

import dev.atlas.api.http.View;
import dev.atlas.application.mirror.MirrorVerification;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the last comparison of the whole mirror with the store found.
 *
 * @param at when it ended
 * @param position of the store at which its last part was compared
 * @param digest over the records of the store, as they were compared
 */
@View
public record StoreVerificationView(
        Instant at, String position, boolean equal, long records, long differences, String digest) {

    /** Null if there was none. */
    static @Nullable StoreVerificationView of(@Nullable MirrorVerification verification) {
        return verification == null
                ? null
                : new StoreVerificationView(
                        verification.at(),
                        verification.position().text(),
                        verification.equal(),
                        verification.records(),
                        verification.differences(),
                        verification.digest());
    }
}
