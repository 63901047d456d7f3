package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import dev.atlas.domain.storage.Column;
import dev.atlas.domain.storage.Kind;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Has MongoDB refuse documents that are no records of their kind: required columns and the types of all of them. */
final class Validator {

    private Validator() {}

    /** Sets the validator of the kind's collection, which must be there. Free of harm when it is set already. */
    static void set(MongoDatabase database, Kind kind) {
        database.runCommand(new Document("collMod", kind.name())
                .append("validator", new Document("$jsonSchema", schema(kind)))
                .append("validationLevel", "strict")
                .append("validationAction", "error"));
    }

    private static Document schema(Kind kind) {
        List<String> required = new ArrayList<>();
        Document properties = new Document();
        for (Column column : kind.columns()) {
            String field = Documents.field(kind, column.name());
            if (!column.nullable()) {
                required.add(field);
            }
            String type = ColumnValues.bsonType(column.type());
            if (type != null) {
                properties.append(field, new Document("bsonType", type));
            }
        }
        return new Document("bsonType", "object").append("required", required).append("properties", properties);
    }
}
