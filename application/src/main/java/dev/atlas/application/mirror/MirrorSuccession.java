package dev.atlas.application.mirror;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.application.mirror.MirrorMark.State;
import dev.atlas.application.storage.Origin;
import dev.atlas.application.switching.Successor;
import dev.atlas.domain.Instants;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.domain.storage.StoreDescription;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Has a mirror and its primary change places. The mirror is brought on from here, whoever else mirrors at the time. */
public final class MirrorSuccession implements Successor {

    /** The mirror does not hold everything, or was not proven to. */
    public static final String NOT_READY = "storage.mirror_not_ready";

    private static final int ROWS = 1_000;
    private static final long PAUSE = Duration.ofMillis(2).toNanos();

    private final Clock clock;

    public MirrorSuccession(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void requireReady(Storage mirror) {
        MirrorVerification last = mirror.read(repositories -> MirrorMarks.find(repositories.records()))
                .filter(mark -> mark.state() == State.FOLLOWING)
                .map(MirrorMark::verification)
                .orElseThrow(() -> notReady("does not hold everything yet, or was not compared with its primary"));
        if (!last.equal()) {
            throw notReady("differs from its primary");
        }
    }

    private static WrongState notReady(String reason) {
        return new WrongState(NOT_READY, "The mirror " + reason + ".");
    }

    @Override
    public void reach(Storage primary, Storage mirror, Position position, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        boolean reached = false;
        while (!reached) {
            reached = bring(primary, mirror, position, end);
        }
    }

    /** False if somebody else brought the mirror on meanwhile, so that it is to be looked at anew. */
    private boolean bring(Storage primary, Storage mirror, Position position, long end) {
        try {
            Mirroring mirroring = new Mirroring(primary, mirror, clock);
            while (mirroring.reached().compareTo(position) < 0) {
                if (mirroring.mark().state() != State.FOLLOWING || System.nanoTime() > end) {
                    throw new Unavailable("the mirror does not catch up in time", null);
                }
                if (mirroring.step(ROWS, null).waiting()) {
                    LockSupport.parkNanos(PAUSE);
                }
            }
            return true;
        } catch (WrongState e) {
            if (e.code().equals(MirrorWriter.TAKEN)) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void lead(Repositories mirror) {
        MirrorMarks.erase(mirror.records());
    }

    @Override
    public void follow(Repositories former, StoreDescription primary, Position from) {
        Instant now = Instants.now(clock);
        Origin origin = Origin.of(primary);
        MirrorMarks.put(
                former.records(),
                new MirrorMark(
                        origin.store(),
                        origin.name(),
                        origin.schema(),
                        State.FOLLOWING,
                        from,
                        0,
                        null,
                        null,
                        0,
                        null,
                        now,
                        now));
    }
}
