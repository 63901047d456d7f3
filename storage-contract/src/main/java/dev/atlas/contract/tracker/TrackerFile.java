package dev.atlas.contract.tracker;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Makes files as the EEG tracker writes them: its tables, its views, and whatever rows a test wants. */
public final class TrackerFile implements AutoCloseable {

    private static final String[] SCHEMA = {
        "create table subjects (subject_id TEXT PRIMARY KEY, age REAL, sex TEXT, p_factor REAL, release TEXT,"
                + " n_sessions INTEGER, n_trials INTEGER, data_quality REAL, notes TEXT)",
        "create table training_runs (run_id INTEGER PRIMARY KEY AUTOINCREMENT, challenge INTEGER, model_name TEXT,"
                + " start_time TEXT, end_time TEXT, status TEXT, best_val_loss REAL, best_epoch INTEGER,"
                + " total_epochs INTEGER, config TEXT, notes TEXT)",
        "create table epoch_history (id INTEGER PRIMARY KEY AUTOINCREMENT, run_id INTEGER, epoch INTEGER,"
                + " train_loss REAL, val_loss REAL, learning_rate REAL, duration_seconds REAL, timestamp TEXT,"
                + " FOREIGN KEY (run_id) REFERENCES training_runs(run_id))",
        "create table model_checkpoints (checkpoint_id INTEGER PRIMARY KEY AUTOINCREMENT, run_id INTEGER,"
                + " epoch INTEGER, val_loss REAL, file_path TEXT, file_size_mb REAL, timestamp TEXT, is_best BOOLEAN,"
                + " FOREIGN KEY (run_id) REFERENCES training_runs(run_id))",
        "create table cache_files (cache_id INTEGER PRIMARY KEY AUTOINCREMENT, challenge INTEGER, release TEXT,"
                + " file_path TEXT, file_size_mb REAL, n_windows INTEGER, n_channels INTEGER, n_times INTEGER,"
                + " created_at TEXT, checksum TEXT)",
        "create table config (key TEXT PRIMARY KEY, value TEXT, description TEXT)",
        "create index idx_epoch_run on epoch_history(run_id, epoch)",
        "create view best_models as select r.run_id, r.best_val_loss, c.file_path from training_runs r"
                + " left join model_checkpoints c on r.run_id = c.run_id and c.is_best = 1"
    };

    private final Path path;
    private final Connection connection;

    private TrackerFile(Path path) throws SQLException {
        this.path = path;
        this.connection = DriverManager.getConnection("jdbc:sqlite:" + path);
    }

    /** A file with every table and no row. */
    public static TrackerFile empty(Path path) throws SQLException {
        TrackerFile file = new TrackerFile(path);
        for (String sql : SCHEMA) {
            file.execute(sql);
        }
        return file;
    }

    public Path path() {
        return path;
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Adds a row; values in the order of the columns, the first of them the key. */
    public TrackerFile row(String table, @Nullable Object... values) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(values.length, "?"));
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + table + " values (" + marks + ")")) {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
        return this;
    }

    /** A run of challenge 2 that started at this minute and is as the tracker leaves all of its runs. */
    public TrackerFile run(int id, @Nullable String status, @Nullable String config) throws SQLException {
        return row("training_runs", id, 2, "EEGNeX_R1R2", time(id), null, status, null, null, null, config, null);
    }

    public TrackerFile epoch(int id, int run, int epoch, double valLoss) throws SQLException {
        return row("epoch_history", id, run, epoch, 0.5, valLoss, 0.002, 100.5, time(id));
    }

    public TrackerFile checkpoint(int id, int run, int epoch, @Nullable Object valLoss, @Nullable Object isBest)
            throws SQLException {
        return row("model_checkpoints", id, run, epoch, valLoss, "/runs/" + run + ".pth", null, time(id), isBest);
    }

    private static String time(int minute) {
        return "2025-10-19T18:%02d:26.111910".formatted(minute);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
