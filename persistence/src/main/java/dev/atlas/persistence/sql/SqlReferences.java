package dev.atlas.persistence.sql;

import dev.atlas.domain.storage.Column;
import dev.atlas.persistence.CurrentUnit;
import dev.atlas.persistence.References;
import dev.atlas.persistence.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The engine's own foreign keys do all of it. */
public final class SqlReferences implements References {

    private final CurrentUnit<Connection> unit;
    private final SqlValues values;

    public SqlReferences(CurrentUnit<Connection> unit, SqlValues values) {
        this.unit = unit;
        this.values = values;
    }

    @Override
    public void mustExist(Record row) {}

    @Override
    public boolean remove(Table<?> table, Object key) {
        Column id = table.kind().key();
        String sql = "delete from " + table.kind().name() + " where " + id.name() + " = ?";
        try (PreparedStatement statement = unit.writing().prepareStatement(sql)) {
            values.bind(statement, 1, id.type(), key);
            return statement.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }
}
