package dev.atlas.persistence.sql;

import dev.atlas.persistence.CurrentUnit;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLFeatureNotSupportedException;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Hands out the connection of the unit of work that runs on this thread, and none outside of one. */
public final class UnitDataSource implements DataSource {

    private final CurrentUnit<Connection> unit;
    private final UnaryOperator<Connection> repositoryView;

    /** @param repositoryView how row repositories are to see the connection */
    public UnitDataSource(CurrentUnit<Connection> unit, UnaryOperator<Connection> repositoryView) {
        this.unit = unit;
        this.repositoryView = repositoryView;
    }

    @Override
    public Connection getConnection() {
        return repositoryView.apply(unit.reading());
    }

    @Override
    public Connection getConnection(String user, String password) {
        return repositoryView.apply(unit.reading());
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(this);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
