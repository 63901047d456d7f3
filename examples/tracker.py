#!/usr/bin/env python3
"""Writes a small database as an EEG experiment tracker leaves it: python3 examples/tracker.py metadata.db"""
import json, os, sqlite3, sys

SCHEMA = """
create table subjects (subject_id TEXT PRIMARY KEY, age REAL, sex TEXT, p_factor REAL, release TEXT,
  n_sessions INTEGER, n_trials INTEGER, data_quality REAL, notes TEXT);
create table training_runs (run_id INTEGER PRIMARY KEY AUTOINCREMENT, challenge INTEGER, model_name TEXT, start_time TEXT,
  end_time TEXT, status TEXT, best_val_loss REAL, best_epoch INTEGER, total_epochs INTEGER, config TEXT, notes TEXT);
create table epoch_history (id INTEGER PRIMARY KEY AUTOINCREMENT, run_id INTEGER, epoch INTEGER, train_loss REAL,
  val_loss REAL, learning_rate REAL, duration_seconds REAL, timestamp TEXT,
  FOREIGN KEY (run_id) REFERENCES training_runs(run_id));
create table model_checkpoints (checkpoint_id INTEGER PRIMARY KEY AUTOINCREMENT, run_id INTEGER, epoch INTEGER, val_loss REAL,
  file_path TEXT, file_size_mb REAL, timestamp TEXT, is_best BOOLEAN,
  FOREIGN KEY (run_id) REFERENCES training_runs(run_id));
create table cache_files (cache_id INTEGER PRIMARY KEY AUTOINCREMENT, challenge INTEGER, release TEXT, file_path TEXT,
  file_size_mb REAL, n_windows INTEGER, n_channels INTEGER, n_times INTEGER, created_at TEXT, checksum TEXT);
create table config (key TEXT PRIMARY KEY, value TEXT, description TEXT);
"""


def main():
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        raise SystemExit(__doc__)
    if os.path.exists(sys.argv[1]):
        raise SystemExit(sys.argv[1] + " is there already: name a file that is not.")
    with sqlite3.connect(sys.argv[1]) as file:
        file.executescript(SCHEMA)
        for run in range(1, 6):
            config = json.dumps({"model": "EEGNeX", "batch_size": 64, "learning_rate": 0.002 / run})
            file.execute("insert into training_runs values (?, 2, ?, ?, null, 'running', null, null, null, ?, null)",
                         (run, f"EEGNeX_R{run}", f"2025-10-{18 + run}T18:32:26.111910", config))
            for epoch in range(1, run + 1):
                file.execute("insert into epoch_history (run_id, epoch, train_loss, val_loss, learning_rate, duration_seconds,"
                             " timestamp) values (?, ?, ?, ?, 0.002, 100.5, ?)",
                             (run, epoch, 0.2 / epoch, 0.1 / (run + epoch), f"2025-10-{18 + run}T{19 + epoch // 2}:00:00.000001"))
            file.execute("insert into model_checkpoints (run_id, epoch, val_loss, file_path, timestamp, is_best)"
                         " values (?, ?, ?, ?, ?, 1)",
                         (run, run, 0.1 / (2 * run), f"checkpoints/run{run}.pth", f"2025-10-{18 + run}T22:00:00.000001"))


main()
