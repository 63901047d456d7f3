package dev.atlas.application.mirror;

import dev.atlas.application.storage.Difference;
import dev.atlas.application.storage.StretchComparison;
import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.Stretch;
import dev.atlas.domain.storage.StretchRecords;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares all of a mirror with its primary, one stretch with each step that the mirror takes: then both are at the same
 * position, so that whatever differs differs in earnest, and nobody has to stop writing. For one thread.
 */
final class VerificationPass {

    private final Deque<Kind> left;
    private final StretchComparison comparison = new StretchComparison();
    private @Nullable RecordKey upTo;

    /** @param kinds all that move */
    VerificationPass(List<Kind> kinds) {
        this.left = new ArrayDeque<>(kinds);
    }

    /** What is to be compared next; null when all is. */
    @Nullable
    Stretch next(int rows) {
        Kind kind = left.peek();
        return kind == null ? null : new Stretch(kind, upTo, rows);
    }

    /** Compares what came next, once {@code mirror} has taken over the step that told it. */
    void compare(StretchRecords found, Storage mirror) {
        comparison.compare(found, mirror);
        upTo = found.upTo();
        if (upTo == null) {
            left.remove();
        }
    }

    boolean ended() {
        return left.isEmpty();
    }

    /** @param position at which the last stretch was compared */
    MirrorVerification result(Instant now, Position position) {
        return new MirrorVerification(
                now, position, comparison.records(), comparison.differences(), comparison.digest());
    }

    /** The first records that differ. */
    List<Difference> named() {
        return comparison.named();
    }
}
