package dev.atlas.contract;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;

/** Changes made in SQL on a plain connection, which belongs to this. */
public final class SqlShell implements Shell {

    private final Connection connection;
    private final String addUser;
    private final Function<UUID, Object> key;

    /**
     * @param addUser adds a user whose id is the one parameter
     * @param key an id as the driver takes it
     */
    public SqlShell(Connection connection, String addUser, Function<UUID, Object> key) {
        this.connection = connection;
        this.addUser = addUser;
        this.key = key;
    }

    @Override
    public void addUser(UUID id) {
        execute(addUser, id);
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
            statement.setObject(1, key.apply(id));
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
