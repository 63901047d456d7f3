package dev.atlas.application.imports;

import dev.atlas.application.Foundation;
import dev.atlas.domain.Id;
import dev.atlas.domain.imports.ImportedRow;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;

/** The rows of a source that was imported into a project; they go with it. Keeps those of one table at hand. For one thread. */
final class ProjectMemory implements RowMemory {

    private final Foundation foundation;
    private final Id<Project> project;
    private final String source;
    private String read = "";
    private SequencedMap<String, KnownRow> rows = new LinkedHashMap<>();

    ProjectMemory(Foundation foundation, Id<Project> project, String source) {
        this.foundation = foundation;
        this.project = project;
        this.source = source;
    }

    @Override
    public Map<String, KnownRow> known(String table, Collection<String> keys) {
        return known(table);
    }

    /** All that were imported from a table before, by key. */
    SequencedMap<String, KnownRow> known(String table) {
        if (!table.equals(read)) {
            rows = readAll(table);
            read = table;
        }
        return rows;
    }

    private SequencedMap<String, KnownRow> readAll(String table) {
        SequencedMap<String, KnownRow> known = new LinkedHashMap<>();
        List<ImportedRow> page;
        do {
            String last = known.isEmpty() ? null : known.lastEntry().getKey();
            page = foundation.storage().read(repositories -> repositories
                    .importedRows()
                    .of(project, source, table, last, ImportPass.BATCH));
            page.forEach(row -> known.put(
                    row.key(),
                    new KnownRow(
                            row.id().value(),
                            table,
                            row.key(),
                            row.entity(),
                            row.content(),
                            row.digest(),
                            row.version())));
        } while (page.size() == ImportPass.BATCH);
        return known;
    }

    @Override
    public UUID idOf(String table, String key) {
        return foundation.ids().next().value();
    }

    @Override
    public void add(Repositories to, KnownRow row, Instant now) {
        to.importedRows().add(imported(row, now));
    }

    @Override
    public void replace(Repositories to, KnownRow row, Instant now) {
        to.importedRows().replace(imported(row, now));
    }

    private ImportedRow imported(KnownRow row, Instant now) {
        return new ImportedRow(
                new Id<>(row.id()),
                project,
                source,
                row.table(),
                row.key(),
                row.entity(),
                row.content(),
                row.digest(),
                now,
                row.version());
    }
}
