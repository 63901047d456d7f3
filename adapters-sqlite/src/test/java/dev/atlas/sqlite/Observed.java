package dev.atlas.sqlite;

import dev.atlas.contract.ObservedStore;
import dev.atlas.contract.QueryPlan;
import dev.atlas.contract.QueryPlan.Access;
import dev.atlas.domain.storage.Storage;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Explains the statements that a store prepares. */
final class Observed implements ObservedStore {

    private static final Pattern BARE_SCAN = Pattern.compile("SCAN \\w+");

    private final Connection connection;
    private final Storage storage;
    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());

    Observed(String url) {
        try {
            connection = Harness.connect(url);
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze");
            }
            storage = Store.open(BackendSettings.of(url, Map.of()), new Probe() {
                @Override
                public void preparing(String sql) {
                    statements.add(sql);
                }
            });
            statements.clear();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Storage storage() {
        return storage;
    }

    /** Of the questions of the ports; what a reader asks the log before them is none. */
    @Override
    public List<QueryPlan> plans() {
        List<String> sent = List.copyOf(statements);
        statements.clear();
        return sent.stream()
                .filter(sql -> sql.toLowerCase(Locale.ROOT).startsWith("select") && !sql.contains("change_log"))
                .distinct()
                .map(this::explain)
                .toList();
    }

    private QueryPlan explain(String sql) {
        List<String> steps = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("explain query plan " + sql)) {
            while (rows.next()) {
                steps.add(rows.getString("detail"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
        return new QueryPlan(sql, access(steps), String.join("; ", steps));
    }

    /** Tables without rowid are indexes on their keys: scanning one without sorting afterwards follows that index. */
    private static Access access(List<String> steps) {
        boolean sorts = steps.stream().anyMatch(step -> step.contains("TEMP B-TREE"));
        boolean bare = steps.stream().anyMatch(step -> BARE_SCAN.matcher(step).matches());
        boolean walks = steps.stream().anyMatch(step -> step.startsWith("SCAN") && !step.contains("VIRTUAL TABLE"));
        if (bare && sorts) {
            return Access.SCAN;
        }
        return walks ? Access.WALK : Access.SEEK;
    }

    @Override
    public void close() {
        storage.close();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
