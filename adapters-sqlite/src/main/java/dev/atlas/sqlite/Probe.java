package dev.atlas.sqlite;

import java.sql.SQLException;

/** Stands between a store and SQLite. Tests put one here that looks at statements, or fails after committing, as a machine can. */
interface Probe {

    /** Looks at nothing and commits. */
    Probe NONE = new Probe() {};

    /** A statement is about to be used. */
    default void preparing(String sql) {}

    /** Commits and returns. */
    default void commit(Commit commit) throws SQLException {
        commit.run();
    }

    /** The commit itself. */
    interface Commit {
        void run() throws SQLException;
    }
}
