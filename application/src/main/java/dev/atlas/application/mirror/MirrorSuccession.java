package dev.atlas.application.mirror;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.application.mirror.MirrorMark.State;
import dev.atlas.application.storage.Origin;
import dev.atlas.application.switching.CatchUp;
import dev.atlas.application.switching.Successor;
import dev.atlas.domain.Instants;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StoreDescription;
import java.time.Clock;

/** Has a mirror and its primary change places. The mirror is brought on from here, whoever else mirrors at the time. */
public final class MirrorSuccession implements Successor {

    /** The mirror does not hold everything, or was not proven to. */
    public static final String NOT_READY = "storage.mirror_not_ready";

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
    public CatchUp catchUp(Storage primary, Storage mirror) {
        return new MirrorCatchUp(primary, mirror, clock);
    }

    @Override
    public void lead(Repositories mirror) {
        MirrorMarks.erase(mirror.records());
    }

    @Override
    public void follow(Repositories former, StoreDescription primary, Position from) {
        MirrorMarks.put(
                former.records(), MirrorMark.first(Origin.of(primary), State.FOLLOWING, from, Instants.now(clock)));
    }
}
