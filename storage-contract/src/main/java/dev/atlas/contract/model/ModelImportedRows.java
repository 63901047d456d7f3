package dev.atlas.contract.model;

import dev.atlas.contract.samples.ImportSamples;
import dev.atlas.domain.Id;
import dev.atlas.domain.imports.ImportedRow;
import dev.atlas.domain.imports.ImportedRows;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.RecordKey;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class ModelImportedRows extends ModelAggregates<Id<ImportedRow>, ImportedRow> implements ImportedRows {

    ModelImportedRows(Model model) {
        super(ImportSamples.IMPORTED_ROWS, model);
    }

    @Override
    public List<ImportedRow> of(Id<Project> project, String source, String table, @Nullable String after, int limit) {
        return where(row -> row.projectId().equals(project))
                .filter(row -> row.source().equals(source) && row.table().equals(table))
                .filter(row -> after == null || bytes(row.key()).compareTo(bytes(after)) > 0)
                .sorted(Comparator.comparing(row -> bytes(row.key())))
                .limit(limit)
                .toList();
    }

    private static RecordKey bytes(String key) {
        return new RecordKey.OfText(key);
    }
}
