package dev.atlas.bench.mobility;

import dev.atlas.application.storage.StorageEngines;
import dev.atlas.application.storage.StorePlace;
import dev.atlas.contract.servers.MongoServer;
import dev.atlas.contract.servers.PostgresServer;
import dev.atlas.contract.servers.TestServer;
import dev.atlas.domain.storage.Storage;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes places for new stores, on servers of its own that are as durable as a new installation. For one thread. */
final class Places implements AutoCloseable {

    private static final StorageEngines INSTALLED = StorageEngines.installed();

    private final Path folder;
    private final Map<String, TestServer> servers = new HashMap<>();

    Places(Path folder) {
        this.folder = folder;
    }

    /** The URL of a place for a new store. */
    String url(String engine) {
        return switch (engine) {
            case "sqlite" -> "sqlite:" + folder.resolve(UUID.randomUUID() + ".db");
            case "postgres" -> server(engine, PostgresServer::startPrivate).createDatabase();
            case "mongo" -> server(engine, MongoServer::startPrivate).createDatabase();
            default -> throw new IllegalArgumentException("no engine " + engine);
        };
    }

    private TestServer server(String engine, Supplier<TestServer> start) {
        return servers.computeIfAbsent(engine, each -> start.get());
    }

    static StorePlace place(String url) {
        return INSTALLED.at("the bench", url, Map.of());
    }

    static Storage open(String url) {
        return place(url).open();
    }

    @Override
    public void close() {
        servers.values().forEach(TestServer::close);
    }
}
