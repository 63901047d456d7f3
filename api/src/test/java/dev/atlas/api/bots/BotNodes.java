package dev.atlas.api.bots;

import dev.atlas.api.ServedAtlas;
import dev.atlas.application.Atlas;
import dev.atlas.application.Foundation;
import dev.atlas.application.Ids;
import dev.atlas.application.identity.Keyring;
import dev.atlas.domain.storage.Storage;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/** Two nodes on one store with one clock, the first of which is served: Ann and Eve may use bots. */
final class BotNodes implements AutoCloseable {

    private final StillClock clock = new StillClock();
    private final ServedAtlas served;
    private final Storage otherStorage;
    private final Atlas other;

    BotNodes(String engine, Path folder) throws Exception {
        String place = ServedAtlas.place(engine, folder);
        this.served = ServedAtlas.over(ServedAtlas.open(place), clock, folder, Map.of());
        this.otherStorage = ServedAtlas.open(place);
        this.other = Atlas.over(
                new Foundation(otherStorage, clock, new Ids(clock, new Random(8))),
                Keyring.of(Map.of("ATLAS_DATA", folder.toString())));
        served.add("ann", "member");
        served.add("eve", "member");
    }

    StillClock clock() {
        return clock;
    }

    ServedAtlas served() {
        return served;
    }

    Atlas one() {
        return served.atlas();
    }

    Atlas other() {
        return other;
    }

    @Override
    public void close() {
        other.chat().close();
        otherStorage.close();
        served.close();
    }
}
