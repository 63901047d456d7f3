package dev.atlas.postgres;

import java.io.Serializable;
import java.sql.SQLException;
import org.postgresql.util.PGobject;

/** How the driver carries a value of the type {@code json}. */
final class JsonObjects {

    private JsonObjects() {}

    static PGobject of(String text) {
        PGobject object = new PGobject();
        object.setType("json");
        try {
            object.setValue(text);
        } catch (SQLException e) {
            throw new IllegalStateException("a plain PGobject takes any text", e);
        }
        return object;
    }

    static String text(Serializable stored) {
        String text = ((PGobject) stored).getValue();
        if (text == null) {
            throw new IllegalStateException("a value of the type json that is there has a text");
        }
        return text;
    }
}
