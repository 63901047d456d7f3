package dev.atlas.application.imports;

import dev.atlas.domain.Json;
import dev.atlas.domain.imports.LegacyRow;
import dev.atlas.domain.imports.SourceRow;
import dev.atlas.domain.imports.SourceValue;
import dev.atlas.domain.storage.Repositories;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A table of the predecessor. What its rows become has the id of the row if that is a UUID, and otherwise one that follows from
 * source, table and key: so it is the same on every engine.
 */
interface LegacyTable<E> extends SourceTable<E> {

    Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** The name of the installation. */
    String source();

    @Override
    default String keyColumn() {
        return "id";
    }

    @Override
    default UUID newId(ImportPass pass, String key) {
        return id(source(), table(), key);
    }

    static UUID id(String source, String table, String key) {
        return UUID_TEXT.matcher(key).matches()
                ? UUID.fromString(key)
                : LegacyRow.derived(List.of("legacy", source, table, key));
    }

    @Override
    default Optional<String> obstacle(Repositories repositories, E entity) {
        return find(repositories, idOf(entity)).map(found -> "id is taken in Atlas");
    }

    /** A row with some of its texts written otherwise. */
    static SourceRow with(SourceRow row, Map<String, UnaryOperator<String>> changes) {
        SequencedMap<String, SourceValue> columns = new LinkedHashMap<>(row.columns());
        changes.forEach((column, change) -> {
            if (columns.get(column) instanceof SourceValue.Text(String text)) {
                columns.put(column, new SourceValue.Text(change.apply(text)));
            }
        });
        return new SourceRow(columns);
    }

    /** A JSON object that is the text of a column, or nothing written as null. */
    static Json.Obj object(String column, String text) {
        SequencedMap<String, SourceValue> columns = new LinkedHashMap<>();
        columns.put(column, new SourceValue.Text(text));
        return new Cells(new SourceRow(columns), ZoneOffset.UTC).object(column);
    }

    /** A text of a row that was imported before. */
    static String text(KnownRow row, String column) {
        return row.content().members().get(column) instanceof Json.Str(String text) ? text : "";
    }

    /** In place of a text that nobody shall read. */
    static String hidden(String text) {
        return "(hidden)";
    }
}
