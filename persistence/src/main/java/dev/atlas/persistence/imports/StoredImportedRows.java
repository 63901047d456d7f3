package dev.atlas.persistence.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.imports.ImportedRow;
import dev.atlas.domain.imports.ImportedRows;
import dev.atlas.domain.projects.Project;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Singleton
class StoredImportedRows extends StoredById<ImportedRow, ImportedRowRow> implements ImportedRows {

    StoredImportedRows(ImportedRowRows rows, ImportedRowMapper mapper, Engine engine) {
        super(ImportedRowRow.class, rows, mapper, engine);
    }

    @Override
    public List<ImportedRow> of(Id<Project> project, String source, String table, @Nullable String after, int limit) {
        Listing<ImportedRowRow> byKey = Listing.of(ImportedRowRow.class)
                .whereEqual("project_id", project.value())
                .whereEqual("source", source)
                .whereEqual("source_table", table)
                .ascending("source_key")
                .atMost(limit);
        return all(after == null ? byKey : byKey.after(after));
    }
}
