package dev.atlas.postgres;

import dev.atlas.contract.ObservedStore;
import dev.atlas.contract.QueryPlan;
import dev.atlas.contract.QueryPlan.Access;
import dev.atlas.contract.servers.PostgresServer;
import dev.atlas.domain.storage.Storage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Explains the statements that the driver sends. */
final class Observed implements ObservedStore {

    private final Connection connection;
    private final SentStatements sent = new SentStatements();
    private final Storage storage;

    Observed(String url) {
        try {
            connection = PostgresServer.connect(url);
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze");
                // what is asked is whether an index serves, not whether it pays for values as rare as those of samples
                statement.execute("set enable_seqscan = off");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        storage = new Backend().open(url + (url.contains("?") ? "&" : "?") + "prepareThreshold=0", Map.of());
        sent.take();
    }

    @Override
    public Storage storage() {
        return storage;
    }

    @Override
    public List<QueryPlan> plans() {
        return sent.take().stream()
                .filter(sql -> sql.toLowerCase(Locale.ROOT).startsWith("select"))
                .filter(sql -> sql.toLowerCase(Locale.ROOT).contains(" from "))
                .distinct()
                .map(this::explain)
                .toList();
    }

    private QueryPlan explain(String sql) {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("explain " + sql)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        return new QueryPlan(sql, access(lines), String.join("\n", lines));
    }

    private static Access access(List<String> lines) {
        if (lines.stream().anyMatch(line -> line.contains("Seq Scan"))) {
            return Access.SCAN;
        }
        boolean seeks = lines.stream()
                .anyMatch(line -> line.contains("Index Cond:") || line.contains("One-Time Filter: false"));
        return seeks ? Access.SEEK : Access.WALK;
    }

    @Override
    public void close() {
        storage.close();
        sent.close();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
