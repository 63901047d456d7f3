package dev.atlas.postgres;

import dev.atlas.contract.DisturbedServer;
import dev.atlas.contract.DisturbedStore;
import dev.atlas.contract.servers.PostgresServer;
import java.util.Map;

/** How PostgreSQL is disturbed. */
final class Disturbed {

    private static final DisturbedServer.Kind KIND = new DisturbedServer.Kind(
            new Backend(),
            Map.of(
                    "ATLAS_POSTGRES_STATEMENT_TIMEOUT", "2s",
                    "ATLAS_POSTGRES_SOCKET_TIMEOUT", "3s",
                    "ATLAS_POSTGRES_QUEUE_TIMEOUT", "3s"),
            // without it the driver soon sends the name of a prepared statement, in which the proxy sees no commit
            url -> url + (url.contains("?") ? "&" : "?") + "prepareThreshold=0",
            "commit",
            PostgresServer::startPrivate);

    private Disturbed() {}

    static DisturbedStore in(String database) {
        return new DisturbedServer(KIND, database);
    }
}
