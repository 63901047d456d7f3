package dev.atlas.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.atlas.domain.storage.CannotOpen;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Makes connections with everything set that Atlas relies on. */
record Connections(BackendSettings settings) {

    /** Hikari takes no less. */
    private static final long LEAST_WAIT = 250;

    /** After this a transaction whose client does nothing is ended, so that it cannot hold back the change feed. */
    private static final Duration IDLE_IN_TRANSACTION = Duration.ofMinutes(1);

    /** For units of work: transactions see one state, and nothing in them waits without a bound. */
    HikariDataSource pool() {
        PGSimpleDataSource source = source(settings.socketTimeout());
        String given = settings.url().parameters().getOrDefault(PGProperty.OPTIONS.getName(), "");
        source.setOptions((given + " -c default_transaction_isolation=repeatable\\ read -c statement_timeout=%d"
                        + " -c idle_in_transaction_session_timeout=%d")
                .formatted(settings.statementTimeout().toMillis(), IDLE_IN_TRANSACTION.toMillis()));
        HikariConfig config = new HikariConfig();
        config.setPoolName("atlas-postgres");
        config.setDataSource(source);
        config.setMaximumPoolSize(settings.pool());
        config.setAutoCommit(false);
        long patience = Math.max(LEAST_WAIT, settings.queueTimeout().toMillis());
        config.setConnectionTimeout(patience);
        config.setValidationTimeout(Math.max(
                LEAST_WAIT, Math.min(patience, settings.connectTimeout().toMillis())));
        return new HikariDataSource(config);
    }

    /** For a look at what is there. */
    DataSource forLooking() {
        return plain(settings.socketTimeout());
    }

    /** For migrations, whose statements take as long as they take. */
    DataSource forMigrating() {
        return plain(Duration.ZERO);
    }

    private DataSource plain(Duration socketTimeout) {
        PGSimpleDataSource source = source(socketTimeout);
        source.setLoginTimeout(seconds(settings.connectTimeout()));
        return source;
    }

    private PGSimpleDataSource source(Duration socketTimeout) {
        DatabaseUrl url = settings.url();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(url.hosts().stream().map(DatabaseUrl.Host::name).toArray(String[]::new));
        source.setPortNumbers(
                url.hosts().stream().mapToInt(DatabaseUrl.Host::port).toArray());
        source.setDatabaseName(url.database());
        source.setUser(url.user());
        source.setPassword(url.password());
        source.setApplicationName("atlas");
        source.setTcpKeepAlive(true);
        source.setReWriteBatchedInserts(true);
        source.setConnectTimeout(seconds(settings.connectTimeout()));
        source.setSocketTimeout(seconds(socketTimeout));
        for (Map.Entry<String, String> parameter : url.parameters().entrySet()) {
            PGProperty property = PGProperty.forName(parameter.getKey());
            if (property == null) {
                throw new CannotOpen("The PostgreSQL driver has no parameter \"" + parameter.getKey() + "\": correct "
                        + Backend.URL_SETTING + ".");
            }
            source.setProperty(property, parameter.getValue());
        }
        // the values of a refused row are nobody's business but the row's
        source.setLogServerErrorDetail(false);
        return source;
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(duration.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
