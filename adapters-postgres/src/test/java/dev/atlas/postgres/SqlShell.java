package dev.atlas.postgres;

import dev.atlas.contract.Shell;
import dev.atlas.contract.servers.PostgresServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Changes made in SQL on a plain connection. */
final class SqlShell implements Shell {

    private final Connection connection;

    SqlShell(String url) {
        try {
            connection = PostgresServer.connect(url);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void addUser(UUID id) {
        execute(
                "insert into users (id, username, role, active, created_at, updated_at, version)"
                        + " values (?, gen_random_uuid()::text, 'viewer', true, now(), now(), 0)",
                id);
    }

    @Override
    public void changeUser(UUID id) {
        execute("update users set display_name = 'by hand' where id = ?", id);
    }

    @Override
    public void removeUser(UUID id) {
        execute("delete from users where id = ?", id);
    }

    private void execute(String sql, UUID id) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, id);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
