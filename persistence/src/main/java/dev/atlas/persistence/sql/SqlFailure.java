package dev.atlas.persistence.sql;

import java.sql.SQLException;

/** Carries a driver's exception to the one place of the engine that translates it. */
public final class SqlFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SqlFailure(SQLException cause) {
        super(cause);
    }
}
