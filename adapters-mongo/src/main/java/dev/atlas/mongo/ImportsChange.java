package dev.atlas.mongo;

import com.mongodb.client.MongoDatabase;
import dev.atlas.domain.imports.ImportedRows;
import dev.atlas.persistence.imports.ImportRow;
import dev.atlas.persistence.imports.ImportedRowRow;

/** What was taken over from other systems, row by row, and who asked for it. */
final class ImportsChange implements SchemaChange {

    @Override
    public void make(MongoDatabase database) {
        CollectionPlan.of(ImportedRowRow.class).unique(ImportedRows.ONE_PER_KEY).make(database);
        CollectionPlan.of(ImportRow.class)
                .index("imports_of_user", "user_id", "created_at", "id")
                .make(database);
    }
}
