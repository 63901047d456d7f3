package dev.atlas.persistence.sql;

import dev.atlas.domain.storage.Column.Type;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** How one SQL engine holds the values of each column type, exactly. */
public interface SqlValues {

    void bind(PreparedStatement statement, int parameter, Type type, @Nullable Object value) throws SQLException;

    @Nullable
    Object read(ResultSet rows, int column, Type type) throws SQLException;

    /** A condition that the list of texts in {@code column} holds the one parameter. */
    String holds(String column);

    /** A condition that the text in {@code column} contains the one parameter; case counts. */
    String contains(String column);
}
