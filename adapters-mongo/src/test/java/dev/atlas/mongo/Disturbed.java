package dev.atlas.mongo;

import dev.atlas.contract.DisturbedServer;
import dev.atlas.contract.DisturbedStore;
import dev.atlas.contract.servers.MongoServer;
import java.util.Map;
import java.util.function.UnaryOperator;

/** How MongoDB is disturbed. */
final class Disturbed {

    private static final DisturbedServer.Kind KIND = new DisturbedServer.Kind(
            new Backend(),
            Map.of(
                    "ATLAS_MONGODB_SELECTION_TIMEOUT", "2s",
                    "ATLAS_MONGODB_SOCKET_TIMEOUT", "3s",
                    "ATLAS_MONGODB_QUEUE_TIMEOUT", "3s",
                    "ATLAS_MONGODB_RETRY_TIMEOUT", "2s"),
            UnaryOperator.identity(),
            "commitTransaction",
            MongoServer::startPrivate);

    private Disturbed() {}

    static DisturbedStore in(String database) {
        return new DisturbedServer(KIND, database);
    }
}
