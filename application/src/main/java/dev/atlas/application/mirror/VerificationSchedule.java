package dev.atlas.application.mirror;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * When a mirror is compared with its primary, and how fast: by itself, so slowly that nobody notices, and so often that the
 * answer is never an hour old; at once when somebody asks, or it never was, as it cannot be switched to before.
 */
final class VerificationSchedule {

    private static final Duration BETWEEN = Duration.ofMinutes(30);
    private static final Duration LASTING = Duration.ofMinutes(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean anew = new AtomicBoolean();
    private Instant nextStretch = Instant.MIN;
    private Instant heldBack = Instant.MIN;

    /** Somebody wants to know now. */
    void ask() {
        asked.set(true);
        anew.set(true);
    }

    /** True once after somebody asked: what was compared before does not count. */
    boolean startsAnew() {
        return anew.getAndSet(false);
    }

    /** True if another comparison is to begin. */
    boolean due(@Nullable MirrorVerification last, Instant now) {
        if (last == null) {
            asked.set(true);
        }
        return asked.get() || last == null || last.at().plus(BETWEEN).isBefore(now);
    }

    /** True if the next stretch is to be compared now. */
    boolean stretchDue(Instant now) {
        return !now.isBefore(heldBack) && (asked.get() || !now.isBefore(nextStretch));
    }

    /**
     * A stretch of {@code rows} of about {@code total} records was compared.
     *
     * @param pause for how long to hold back in any case
     */
    void compared(long rows, long total, Instant now, Duration pause) {
        heldBack = now.plus(pause);
        Duration even = LASTING.multipliedBy(rows).dividedBy(Math.max(1, total));
        nextStretch = now.plus(even.compareTo(LONGEST_PAUSE) < 0 ? even : LONGEST_PAUSE);
    }

    /** A comparison came to its end. */
    void ended() {
        asked.set(false);
    }
}
