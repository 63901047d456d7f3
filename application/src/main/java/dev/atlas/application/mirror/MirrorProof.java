package dev.atlas.application.mirror;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException;
import dev.atlas.domain.storage.StorageException.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Waits until a mirror holds everything and all of it was compared with its primary since.
 *
 * @param store the mirror's
 * @param watcher is told every now and then how the mirror stands
 */
record MirrorProof(Mirror mirror, Storage store, Clock clock, Consumer<MirrorStatus> watcher) {

    /** How long a mirror may be out of reach, or another node's, before it is given up. */
    private static final Duration PATIENCE = Followership.LEASE.multipliedBy(2);

    private static final long LOOK = Duration.ofMillis(50).toNanos();

    /**
     * Returns when the mirror is equal to its primary. Where another node mirrors, what that one has found last counts.
     *
     * @throws WrongState {@link MirrorSuccession#NOT_READY} if it differs, or something is in the way
     * @throws Unavailable if the thread is to end
     */
    void requireEqual() {
        compared().filter(last -> !last.equal()).ifPresent(last -> {
            throw new WrongState(
                    MirrorSuccession.NOT_READY,
                    "The mirror differs from its primary in %d records; the log names the first of them."
                            .formatted(last.differences()));
        });
    }

    /**
     * What was found, or empty if another node mirrors and has found the mirror equal.
     *
     * @throws WrongState {@link MirrorSuccession#NOT_READY} if something is in the way
     * @throws Unavailable if the thread is to end
     */
    Optional<MirrorVerification> compared() {
        Instant start = clock.instant();
        Instant progress = start;
        boolean asked = false;
        while (true) {
            MirrorStatus status = mirror.status();
            watcher.accept(status);
            if (status.whole() && !asked) {
                mirror.verify();
                asked = true;
            }
            MirrorVerification last = status.verification();
            if (status.whole() && last != null && !last.at().isBefore(start)) {
                return Optional.of(last);
            }
            if (status.whole() || status.phase() == Phase.COPYING || status.phase() == Phase.PREFLIGHT) {
                progress = clock.instant();
            } else if (status.phase() == Phase.ELSEWHERE && provenElsewhere()) {
                return Optional.empty();
            } else {
                requirePatience(status, progress);
            }
            rest();
        }
    }

    private static void rest() {
        LockSupport.parkNanos(LOOK);
        if (Thread.interrupted()) {
            throw new Unavailable("told to end", null);
        }
    }

    private boolean provenElsewhere() {
        try {
            new MirrorSuccession(clock).requireReady(store);
            return true;
        } catch (WrongState | StorageException e) {
            return false;
        }
    }

    private void requirePatience(MirrorStatus status, Instant progress) {
        boolean overdue = progress.plus(PATIENCE).isBefore(clock.instant());
        if (overdue && status.phase() == Phase.ELSEWHERE) {
            new MirrorSuccession(clock).requireReady(store);
        } else if (overdue || status.phase() == Phase.STOPPED) {
            throw new WrongState(
                    MirrorSuccession.NOT_READY, "%s is not ready: %s".formatted(status.url(), status.problem()));
        }
    }
}
