package dev.atlas.domain.imports;

import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** A row of a source: its columns by name, in the order of the table. */
public record SourceRow(SequencedMap<String, SourceValue> columns) {

    public SourceRow {
        columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
    }

    /** The value of a column; nothing, if the table has no such column. */
    public SourceValue value(String column) {
        return columns.getOrDefault(column, new SourceValue.Nothing());
    }

    /** All columns, to be kept. Throws {@link InvalidValue} for a text no engine can hold. */
    public Json.Obj content() {
        SequencedMap<String, Json> members = new LinkedHashMap<>();
        columns.forEach((name, value) -> members.put(name, value.json()));
        return new Json.Obj(members);
    }

    /** The reverse of {@link #content()}. */
    public static SourceRow of(Json.Obj content) {
        SequencedMap<String, SourceValue> columns = new LinkedHashMap<>();
        content.members().forEach((name, json) -> columns.put(name, SourceValue.of(json)));
        return new SourceRow(columns);
    }
}
