package dev.atlas.domain.imports;

import dev.atlas.domain.Json;
import dev.atlas.domain.storage.Canonical;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** One value of a source as it is stored there, whatever its column was declared to hold. */
public sealed interface SourceValue {

    record Nothing() implements SourceValue {}

    record Whole(long value) implements SourceValue {}

    record Real(double value) implements SourceValue {}

    record Text(String value) implements SourceValue {}

    /** Bytes as lower-case hexadecimal digits. */
    record Blob(String hex) implements SourceValue {}

    /** The value as JSON that {@link #of} reads back. */
    default Json json() {
        return switch (this) {
            case Nothing nothing -> new Json.Null();
            case Whole(long value) -> Json.Num.of(value);
            case Real(double value) -> marked("real", Canonical.encode(value));
            case Text(String value) -> new Json.Str(value);
            case Blob(String hex) -> marked("blob", new Json.Str(hex));
        };
    }

    /** The reverse of {@link #json()}. Throws {@link IllegalArgumentException} for anything else. */
    static SourceValue of(Json json) {
        return switch (json) {
            case Json.Null nothing -> new Nothing();
            case Json.Num number -> new Whole(number.value().longValueExact());
            case Json.Str(String value) -> new Text(value);
            case Json.Obj(SequencedMap<String, Json> members)
            when members.containsKey("blob") -> new Blob(((Json.Str) members.get("blob")).value());
            case Json.Obj(SequencedMap<String, Json> members)
            when members.containsKey("real") -> new Real(Canonical.doubles(json).getOrDefault("real", 0.0));
            default -> throw new IllegalArgumentException("not a value of a source");
        };
    }

    private static Json marked(String type, Json value) {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        members.put(type, value);
        return new Json.Obj(members);
    }
}
