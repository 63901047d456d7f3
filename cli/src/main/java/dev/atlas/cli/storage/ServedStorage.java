package dev.atlas.cli.storage;

import dev.atlas.application.mirror.ServedPair;
import dev.atlas.application.storage.StorePlace;
import dev.atlas.cli.Session;
import dev.atlas.domain.storage.Storage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code atlas serve} serves from, put together as the settings say.
 *
 * @param storage what use cases write to and read from
 * @param pair null if the settings name no mirror
 */
public record ServedStorage(Storage storage, @Nullable ServedPair pair) implements AutoCloseable {

    /**
     * Opens it. Where the settings name a mirror, the store they name takes over from it if it is not the primary yet.
     *
     * @throws dev.atlas.application.Refusal.WrongState if the store is not the primary and cannot become it
     */
    public static ServedStorage open(Session session) {
        Optional<StorePlace> mirror = session.engines().mirror(session.environment());
        StorePlace place = session.place();
        Storage store = WholeStore.require(place.open(), session.engines());
        if (mirror.isEmpty()) {
            return new ServedStorage(PrimaryStore.require(store), null);
        }
        ServedPair pair = session.pair(place, store, mirror.get());
        try {
            new Takeover(
                            pair,
                            session.foundation(pair.storage()),
                            session.terminal().out())
                    .run(store);
            return new ServedStorage(pair.storage(), pair);
        } catch (RuntimeException e) {
            pair.close();
            throw e;
        }
    }

    /** From now on the mirror, if there is one, follows. */
    public void start() {
        if (pair != null) {
            pair.start();
        }
    }

    @Override
    public void close() {
        if (pair == null) {
            storage.close();
        } else {
            pair.close();
        }
    }
}
