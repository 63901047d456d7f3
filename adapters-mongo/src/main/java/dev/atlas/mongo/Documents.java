package dev.atlas.mongo;

import dev.atlas.domain.storage.Column;
import dev.atlas.domain.storage.DamagedRecord;
import dev.atlas.domain.storage.Kind;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** A record of a kind as a document: its key is {@code _id}, an absent value is left out, all others bear their names. */
final class Documents {

    static final String ID = "_id";

    private Documents() {}

    /** The name of a column in a document. */
    static String field(Kind kind, String column) {
        return column.equals(kind.key().name()) ? ID : column;
    }

    /** The value of a column, as the document holds it. */
    static BsonValue value(Kind kind, String column, Object value) {
        return ColumnValues.write(kind.columns().get(kind.indexOf(column)).type(), value);
    }

    static BsonValue key(Kind kind, Object key) {
        return ColumnValues.write(kind.key().type(), key);
    }

    /** @param values in the order of the kind's columns */
    static BsonDocument write(Kind kind, List<@Nullable Object> values) {
        BsonDocument document = new BsonDocument();
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value != null) {
                Column column = kind.columns().get(i);
                document.put(field(kind, column.name()), ColumnValues.write(column.type(), value));
            }
        }
        return document;
    }

    /**
     * The values in the order of the kind's columns; fields that are no columns are passed over.
     *
     * @throws DamagedRecord if a value is none of its column's type
     */
    static List<@Nullable Object> read(Kind kind, BsonDocument document) {
        List<@Nullable Object> values = new ArrayList<>(kind.columns().size());
        for (Column column : kind.columns()) {
            BsonValue value = document.get(field(kind, column.name()));
            try {
                values.add(value == null ? null : ColumnValues.read(column.type(), value));
            } catch (RuntimeException e) {
                throw new DamagedRecord(kind, values.isEmpty() ? null : values.getFirst(), column.name(), e);
            }
        }
        return values;
    }
}
