package dev.atlas.domain.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Json;
import dev.atlas.domain.Text;
import dev.atlas.domain.projects.Project;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of a source as it was when it was last imported, and what it became. It is known by (project, source, table, key),
 * never by the path or the content of a file. Source: decision 33 of the tracking design.
 *
 * @param source the name the importer gave the source, 1 to 100 code points, such as {@code eeg}
 * @param table the table of the source
 * @param key the row's original key, at most {@value #MAX_KEY} code points
 * @param entity the id of what it became; absent if the row is kept here only
 * @param content the row's columns as they were read, so that a later import knows what the source changed
 * @param digest of the content
 */
public record ImportedRow(
        Id<ImportedRow> id,
        Id<Project> projectId,
        String source,
        String table,
        String key,
        @Nullable UUID entity,
        Json.Obj content,
        String digest,
        Instant importedAt,
        long version) {

    /** With source and table beside it, what an index entry of PostgreSQL holds in any script: 2,704 bytes. */
    private static final int MAX_KEY = 450;

    public ImportedRow {
        source = Text.required("source", source, 100);
        table = Text.required("table", table, 100);
        key = key(key);
        importedAt = Instants.micros("imported_at", importedAt);
    }

    /** Returns {@code key} unchanged. Throws {@link dev.atlas.domain.InvalidValue} for one that cannot be remembered. */
    public static String key(String key) {
        return Text.storable("key", key, MAX_KEY);
    }
}
