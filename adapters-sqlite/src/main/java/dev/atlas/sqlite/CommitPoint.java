package dev.atlas.sqlite;

import java.sql.SQLException;

/** How the writer commits. Tests put one here that fails after committing, as a machine can. */
interface CommitPoint {

    /** Commits and returns. */
    CommitPoint PLAIN = Commit::run;

    void commit(Commit commit) throws SQLException;

    /** The commit itself. */
    interface Commit {
        void run() throws SQLException;
    }
}
