package dev.atlas.contract;

import dev.atlas.contract.servers.Proxy;
import dev.atlas.contract.servers.TestServer;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageEngine;
import dev.atlas.domain.storage.StorageException.Unavailable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The store of an engine that is a server: disturbed by a proxy on the way to it, and by killing a server of one's own. */
public final class DisturbedServer implements DisturbedStore {

    /**
     * What the engines differ in.
     *
     * @param impatient settings that make every wait of the engine short
     * @param watched a URL through the proxy, as it must be for the proxy to see commits
     * @param commit what a request that commits contains
     * @param startPrivate starts a server that may be killed
     */
    public record Kind(
            StorageEngine engine,
            Map<String, String> impatient,
            UnaryOperator<String> watched,
            String commit,
            Supplier<? extends TestServer> startPrivate) {}

    private final Kind kind;
    private final Proxy proxy;
    private String url;
    private Storage storage;
    private @Nullable TestServer server;

    /** In an empty database of a server. */
    public DisturbedServer(Kind kind, String database) {
        this.kind = kind;
        this.proxy = Proxy.before(database);
        this.url = kind.watched().apply(proxy.urlFor(database));
        this.storage = kind.engine().open(url, kind.impatient());
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
        proxy.swallowAnswersAfter(Proxy.requestContaining(kind.commit()));
    }

    @Override
    public void heal() {
        proxy.heal();
    }

    @Override
    public Crash killWhileWriting(int units) {
        storage.close();
        TestServer mine = kind.startPrivate().get();
        server = mine;
        url = mine.createDatabase();
        storage = kind.engine().open(url, Map.of());
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
        storage = kind.engine().open(url, Map.of());
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
