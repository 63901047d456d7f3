package dev.atlas.postgres;

import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.ChangesKept;
import dev.atlas.domain.storage.EnvironmentSettings;
import java.time.Duration;
import java.util.Map;

/**
 * Settings of the PostgreSQL engine. A time-out that the URL gives as a parameter of the driver wins.
 *
 * @param url where the database is
 * @param pool connections, and so units of work at the same time; {@code ATLAS_POSTGRES_POOL}, by default twice the
 *     cores and two
 * @param connectTimeout how long making a connection may take, in whole seconds, rounded up;
 *     {@code ATLAS_POSTGRES_CONNECT_TIMEOUT}
 * @param statementTimeout after which the server ends a statement; {@code ATLAS_POSTGRES_STATEMENT_TIMEOUT}
 * @param socketTimeout after which a server that answers nothing counts as lost, in whole seconds, rounded up;
 *     {@code ATLAS_POSTGRES_SOCKET_TIMEOUT}, more than {@code statementTimeout}
 * @param queueTimeout how long a unit waits for a connection, and how long it is tried again when it collides with
 *     others, before it is refused; {@code ATLAS_POSTGRES_QUEUE_TIMEOUT}
 * @param changesKept how long the change log keeps a change
 */
record BackendSettings(
        DatabaseUrl url,
        int pool,
        Duration connectTimeout,
        Duration statementTimeout,
        Duration socketTimeout,
        Duration queueTimeout,
        ChangesKept changesKept) {

    private static final String SOCKET_TIMEOUT = "ATLAS_POSTGRES_SOCKET_TIMEOUT";
    private static final Duration GRACE = Duration.ofSeconds(5);

    static BackendSettings of(String url, Map<String, String> environment) {
        EnvironmentSettings settings = new EnvironmentSettings(environment);
        int cores = Runtime.getRuntime().availableProcessors();
        Duration statement = settings.duration("ATLAS_POSTGRES_STATEMENT_TIMEOUT", Duration.ofSeconds(10));
        Duration socket = settings.duration(SOCKET_TIMEOUT, statement.plus(GRACE));
        if (socket.compareTo(statement) <= 0) {
            throw new CannotOpen(SOCKET_TIMEOUT + " is not more than ATLAS_POSTGRES_STATEMENT_TIMEOUT ("
                    + statement.toMillis() + "ms): set it higher, or a slow statement looks like a lost server.");
        }
        return new BackendSettings(
                DatabaseUrl.parse(url),
                settings.count("ATLAS_POSTGRES_POOL", 2 * cores + 2, 1, 1_000),
                settings.duration("ATLAS_POSTGRES_CONNECT_TIMEOUT", Duration.ofSeconds(2)),
                statement,
                socket,
                settings.duration("ATLAS_POSTGRES_QUEUE_TIMEOUT", Duration.ofSeconds(5)),
                ChangesKept.of(environment));
    }
}
