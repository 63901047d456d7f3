package dev.atlas.mongo;

import dev.atlas.domain.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDecimal128;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonNull;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.types.Decimal128;

/**
 * Free JSON as BSON, so that MongoDB can look into it, and back without loss: whole numbers of scale 0 are int32 or int64
 * where they fit, all others decimal128, which keeps digits and scale.
 */
final class JsonDocuments {

    private JsonDocuments() {}

    static BsonValue write(Json json) {
        return switch (json) {
            case Json.Obj object -> {
                BsonDocument document = new BsonDocument();
                object.members().forEach((name, value) -> document.put(name, write(value)));
                yield document;
            }
            case Json.Arr array ->
                new BsonArray(array.items().stream().map(JsonDocuments::write).toList());
            case Json.Str string -> new BsonString(string.value());
            case Json.Num number -> write(number.value());
            case Json.Bool bool -> BsonBoolean.valueOf(bool.value());
            case Json.Null nothing -> BsonNull.VALUE;
        };
    }

    private static BsonValue write(BigDecimal number) {
        if (number.scale() == 0 && number.unscaledValue().bitLength() < Integer.SIZE) {
            return new BsonInt32(number.intValueExact());
        }
        if (number.scale() == 0 && number.unscaledValue().bitLength() < Long.SIZE) {
            return new BsonInt64(number.longValueExact());
        }
        return new BsonDecimal128(new Decimal128(number));
    }

    /** The reverse of {@link #write}; also reads a double that somebody wrote by hand. */
    static Json read(BsonValue value) {
        return switch (value.getBsonType()) {
            case DOCUMENT -> {
                SequencedMap<String, Json> members = new LinkedHashMap<>();
                value.asDocument().forEach((name, member) -> members.put(name, read(member)));
                yield new Json.Obj(members);
            }
            case ARRAY ->
                new Json.Arr(value.asArray().stream().map(JsonDocuments::read).toList());
            case STRING -> new Json.Str(value.asString().getValue());
            case INT32 -> Json.Num.of(value.asInt32().getValue());
            case INT64 -> Json.Num.of(value.asInt64().getValue());
            case DECIMAL128 -> new Json.Num(value.asDecimal128().getValue().bigDecimalValue());
            case DOUBLE -> new Json.Num(BigDecimal.valueOf(value.asDouble().getValue()));
            case BOOLEAN -> new Json.Bool(value.asBoolean().getValue());
            case NULL -> new Json.Null();
            default -> throw new IllegalStateException("free JSON cannot hold a " + value.getBsonType());
        };
    }
}
