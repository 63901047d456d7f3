package dev.atlas.domain.storage;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Column.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The one encoding of a record, the same whatever engine it came from: exports are made of it, digests are taken over it.
 * A JSON object with the columns in their order, absent ones left out. Decimals are strings; doubles are numbers, and
 * {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"} and {@code "-0.0"} where a JSON number cannot say it.
 */
public final class Canonical {

    /** Most records are about as long. */
    private static final int LENGTH = 512;

    private Canonical() {}

    public static Json.Obj encode(StoredRecord found) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        List<Column> columns = found.kind().columns();
        for (int i = 0; i < columns.size(); i++) {
            Object value = found.values().get(i);
            if (value != null) {
                members.put(columns.get(i).name(), encode(columns.get(i).type(), value));
            }
        }
        return new Json.Obj(members);
    }

    /** The text of {@link #encode(StoredRecord)}, without making that. */
    public static String text(StoredRecord found) {
        StringBuilder text = new StringBuilder(LENGTH).append('{');
        List<Column> columns = found.kind().columns();
        for (int i = 0; i < columns.size(); i++) {
            Object value = found.values().get(i);
            if (value != null) {
                text.append(text.length() > 1 ? ",\"" : "\"")
                        .append(columns.get(i).name())
                        .append("\":");
                encode(columns.get(i).type(), value).writeTo(text);
            }
        }
        return text.append('}').toString();
    }

    /** The reverse. Throws {@link InvalidValue} naming {@code kind.column} for what no record of this kind can hold. */
    public static StoredRecord decode(Kind kind, Json.Obj encoded) {
        for (String member : encoded.members().keySet()) {
            if (kind.columns().stream().noneMatch(column -> column.name().equals(member))) {
                throw new InvalidValue(kind.name() + "." + member, "is not a column of this version");
            }
        }
        List<@Nullable Object> values = new ArrayList<>();
        for (Column column : kind.columns()) {
            Json json = encoded.members().get(column.name());
            String field = kind.name() + "." + column.name();
            if (json == null && !column.nullable()) {
                throw new InvalidValue(field, "is missing");
            }
            values.add(json == null ? null : decode(field, column.type(), json));
        }
        return new StoredRecord(kind, values);
    }

    /** One value of a column of this type. */
    public static Json encode(Type type, Object value) {
        return switch (type) {
            case ID, TEXT, DECIMAL -> new Json.Str(value.toString());
            case INTEGER -> Json.Num.of((Long) value);
            case DOUBLE -> encode((Double) value);
            case BOOLEAN -> new Json.Bool((Boolean) value);
            case INSTANT -> new Json.Str(Instants.text((Instant) value));
            case JSON -> (Json) value;
            case TEXTS -> Json.strings(textList(value));
            case DOUBLES -> encode(doubleMap(value));
        };
    }

    /** A double as a number of its shortest text, or as that text where a JSON number cannot say it. */
    public static Json encode(double value) {
        boolean negativeZero = value == 0 && 1 / value < 0;
        return Double.isFinite(value) && !negativeZero
                ? new Json.Num(new BigDecimal(Double.toString(value)))
                : new Json.Str(Double.toString(value));
    }

    /** Named doubles as an object, in the order of their names. */
    public static Json.Obj encode(SortedMap<String, Double> doubles) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        doubles.forEach((name, value) -> members.put(name, encode(value)));
        return new Json.Obj(members);
    }

    /** The reverse of {@link Json#strings}. Throws {@link ClassCastException} for anything else. */
    public static List<String> texts(Json json) {
        return ((Json.Arr) json)
                .items().stream().map(item -> ((Json.Str) item).value()).toList();
    }

    /** The reverse of {@link #encode(SortedMap)}. Throws {@link ClassCastException} for anything else. */
    public static SortedMap<String, Double> doubles(Json json) {
        SortedMap<String, Double> doubles = new TreeMap<>();
        ((Json.Obj) json).members().forEach((name, value) -> doubles.put(name, decodeDouble(value)));
        return doubles;
    }

    @SuppressWarnings("unchecked") // what Column.Type says of TEXTS
    private static List<String> textList(Object value) {
        return (List<String>) value;
    }

    @SuppressWarnings("unchecked") // what Column.Type says of DOUBLES
    private static SortedMap<String, Double> doubleMap(Object value) {
        return (SortedMap<String, Double>) value;
    }

    private static Object decode(String field, Type type, Json json) {
        try {
            return switch (type) {
                case ID -> Id.parse(field, ((Json.Str) json).value()).value();
                case TEXT -> ((Json.Str) json).value();
                case DECIMAL -> new BigDecimal(((Json.Str) json).value());
                case INTEGER -> ((Json.Num) json).value().longValueExact();
                case DOUBLE -> finite(field, decodeDouble(json));
                case BOOLEAN -> ((Json.Bool) json).value();
                case INSTANT -> Instants.parse(field, ((Json.Str) json).value());
                case JSON -> json;
                case TEXTS -> texts(json);
                case DOUBLES -> doubles(json);
            };
        } catch (ClassCastException | ArithmeticException | NumberFormatException e) {
            throw new InvalidValue(field, "must be of the type " + type);
        }
    }

    private static double finite(String field, double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidValue(field, "must be finite");
        }
        return value;
    }

    private static double decodeDouble(Json json) {
        return json instanceof Json.Str(String text)
                ? Double.parseDouble(text)
                : ((Json.Num) json).value().doubleValue();
    }
}
