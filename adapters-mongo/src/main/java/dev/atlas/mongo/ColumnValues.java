package dev.atlas.mongo;

import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Column.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.BsonArray;
import org.bson.BsonBinary;
import org.bson.BsonBoolean;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** MongoDB's form of each column type, exact in both directions. */
final class ColumnValues {

    private ColumnValues() {}

    static BsonValue write(Type type, Object value) {
        return switch (type) {
            case ID -> new BsonBinary((UUID) value);
            case TEXT -> new BsonString((String) value);
            case INTEGER -> new BsonInt64((Long) value);
            case DOUBLE -> new BsonDouble((Double) value);
            case BOOLEAN -> BsonBoolean.valueOf((Boolean) value);
            case INSTANT -> new BsonInt64(Instants.toMicros((Instant) value));
            case DECIMAL -> new BsonDecimal128(new Decimal128((BigDecimal) value));
            case JSON -> JsonDocuments.write((Json) value);
            case TEXTS ->
                new BsonArray(texts(value).stream().map(BsonString::new).toList());
            case DOUBLES -> {
                BsonDocument document = new BsonDocument();
                doubles(value).forEach((name, number) -> document.put(name, new BsonDouble(number)));
                yield document;
            }
        };
    }

    /** The reverse of {@link #write}. Throws {@link org.bson.BsonInvalidOperationException} for a value of another type. */
    static Object read(Type type, BsonValue value) {
        return switch (type) {
            case ID -> value.asBinary().asUuid();
            case TEXT -> value.asString().getValue();
            case INTEGER -> value.asInt64().getValue();
            case DOUBLE -> value.asDouble().getValue();
            case BOOLEAN -> value.asBoolean().getValue();
            case INSTANT -> Instants.ofMicros(value.asInt64().getValue());
            case DECIMAL -> value.asDecimal128().getValue().bigDecimalValue();
            case JSON -> JsonDocuments.read(value);
            case TEXTS ->
                value.asArray().stream().map(item -> item.asString().getValue()).toList();
            case DOUBLES -> {
                SortedMap<String, Double> doubles = new TreeMap<>();
                value.asDocument()
                        .forEach((name, number) ->
                                doubles.put(name, number.asDouble().getValue()));
                yield doubles;
            }
        };
    }

    /** MongoDB's name for what a document holds in a column of this type; null for free JSON, which may be anything. */
    static @Nullable String bsonType(Type type) {
        return switch (type) {
            case ID -> "binData";
            case TEXT -> "string";
            case INTEGER, INSTANT -> "long";
            case DOUBLE -> "double";
            case BOOLEAN -> "bool";
            case DECIMAL -> "decimal";
            case TEXTS -> "array";
            case DOUBLES -> "object";
            case JSON -> null;
        };
    }

    @SuppressWarnings("unchecked") // what Column.Type says of TEXTS
    private static List<String> texts(Object value) {
        return (List<String>) value;
    }

    @SuppressWarnings("unchecked") // what Column.Type says of DOUBLES
    private static SortedMap<String, Double> doubles(Object value) {
        return (SortedMap<String, Double>) value;
    }
}
