package dev.atlas.application.mirror;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.application.mirror.MirrorMark.State;
import dev.atlas.application.switching.CatchUp;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Brings a mirror on from here, whoever else mirrors at the time. */
final class MirrorCatchUp implements CatchUp {

    private static final int ROWS = 1_000;
    private static final long PAUSE = Duration.ofMillis(2).toNanos();

    private final Storage primary;
    private final Storage mirror;
    private final Clock clock;

    /** Where it was left when all went well; writes wait while a new one looks at both stores. */
    private @Nullable Mirroring left;

    MirrorCatchUp(Storage primary, Storage mirror, Clock clock) {
        this.primary = primary;
        this.mirror = mirror;
        this.clock = clock;
    }

    @Override
    public void to(Position position, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        boolean reached = false;
        while (!reached) {
            reached = bring(position, end);
        }
    }

    /** False if somebody else brought the mirror on meanwhile, so that it is to be looked at anew. */
    private boolean bring(Position position, long end) {
        try {
            Mirroring mirroring = left == null ? new Mirroring(primary, mirror, clock) : left;
            left = null;
            while (mirroring.reached().compareTo(position) < 0) {
                if (mirroring.mark().state() != State.FOLLOWING || System.nanoTime() > end) {
                    throw new Unavailable("the mirror does not catch up in time", null);
                }
                if (mirroring.step(ROWS, null).waiting()) {
                    LockSupport.parkNanos(PAUSE);
                }
            }
            left = mirroring;
            return true;
        } catch (WrongState e) {
            if (e.code().equals(MirrorWriter.TAKEN)) {
                return false;
            }
            throw e;
        }
    }
}
