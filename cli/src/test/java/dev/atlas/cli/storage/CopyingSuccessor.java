package dev.atlas.cli.storage;

import dev.atlas.application.storage.MovingListener;
import dev.atlas.application.storage.StorageCopy;
import dev.atlas.application.switching.CatchUp;
import dev.atlas.application.switching.Successor;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StoreDescription;
import java.time.Clock;

/** Catches up by copying everything. */
class CopyingSuccessor implements Successor {

    @Override
    public void requireReady(Storage mirror) {}

    @Override
    public CatchUp catchUp(Storage primary, Storage mirror) {
        return (position, patience) -> new StorageCopy(Clock.systemUTC()).run(primary, mirror, MovingListener.SILENT);
    }

    @Override
    public void lead(Repositories mirror) {}

    /** It would have to copy everything again. */
    @Override
    public void follow(Repositories former, StoreDescription primary, Position from) {}
}
