package dev.atlas.mongo;

import dev.atlas.contract.Crash;
import dev.atlas.contract.DisturbedStore;
import dev.atlas.contract.UnitWriter;
import dev.atlas.contract.servers.MongoServer;
import dev.atlas.contract.servers.Proxy;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Unavailable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** MongoDB is disturbed by a proxy on the way to it, and by killing a server of one's own. */
final class Disturbed implements DisturbedStore {

    private static final Map<String, String> IMPATIENT = Map.of(
            "ATLAS_MONGODB_SELECTION_TIMEOUT", "2s",
            "ATLAS_MONGODB_SOCKET_TIMEOUT", "3s",
            "ATLAS_MONGODB_QUEUE_TIMEOUT", "3s",
            "ATLAS_MONGODB_RETRY_TIMEOUT", "2s");

    private final Proxy proxy;
    private String url;
    private Storage storage;
    private @Nullable MongoServer server;

    Disturbed(String database) {
        this.proxy = Proxy.before(database);
        this.url = proxy.urlFor(database);
        this.storage = new Backend().open(url, IMPATIENT);
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public void pause() {
        proxy.pause();
    }

    @Override
    public void loseAnswersOfCommits() {
        proxy.swallowAnswersAfter(Proxy.requestContaining("commitTransaction"));
    }

    @Override
    public void heal() {
        proxy.heal();
    }

    @Override
    public Crash killWhileWriting(int units) {
        storage.close();
        MongoServer mine = MongoServer.startPrivate();
        server = mine;
        url = mine.createDatabase();
        storage = new Backend().open(url, Map.of());
        List<UUID> acknowledged = Collections.synchronizedList(new ArrayList<>());
        UUID half = UUID.randomUUID();
        UnitWriter writer = new UnitWriter(storage);
        writer.write(units, acknowledged::add);
        try {
            writer.writeHalf(half, mine::kill);
            throw new IllegalStateException("a killed server has acknowledged a unit");
        } catch (Unavailable killed) {
            mine.restart();
        }
        return new Crash(acknowledged, List.of(half));
    }

    @Override
    public Storage reopen() {
        storage.close();
        storage = new Backend().open(url, Map.of());
        return storage;
    }

    @Override
    public void close() {
        proxy.heal();
        storage.close();
        proxy.close();
        if (server != null) {
            server.close();
        }
    }
}
