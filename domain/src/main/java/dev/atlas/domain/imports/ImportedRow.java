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
 * @param key the row's original key
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

    public ImportedRow {
        source = Text.required("source", source, 100);
        table = Text.required("table", table, 100);
        key = Text.storable("key", key, 1000);
        importedAt = Instants.micros("imported_at", importedAt);
    }
}
