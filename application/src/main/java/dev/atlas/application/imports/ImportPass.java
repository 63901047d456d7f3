package dev.atlas.application.imports;

import dev.atlas.application.Foundation;
import dev.atlas.domain.Id;
import dev.atlas.domain.imports.ImportedRow;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * One import while it runs: where rows go, and how.
 *
 * @param now the time of everything this import makes
 */
record ImportPass(
        Foundation foundation, Id<Project> project, EegImportRequest request, ImportListener listener, Instant now) {

    /** Rows of one unit of work: few enough for every engine to commit them within its bounds. */
    static final int BATCH = 200;

    ZoneId zone() {
        return Objects.requireNonNullElse(request.zone(), ZoneOffset.UTC);
    }

    boolean dryRun() {
        return request.dryRun();
    }

    /** Runs {@code work} in a unit of its own, which only reads in a dry run. */
    <R> R unit(Function<? super Repositories, R> work) {
        return dryRun()
                ? foundation.storage().read(work)
                : foundation.storage().write(work).value();
    }

    /** What earlier imports of this source took from a table, by key. */
    SequencedMap<String, ImportedRow> known(String table) {
        SequencedMap<String, ImportedRow> known = new LinkedHashMap<>();
        List<ImportedRow> page;
        do {
            String last = known.isEmpty() ? null : known.lastEntry().getKey();
            page = foundation.storage().read(repositories -> repositories
                    .importedRows()
                    .of(project, request.source(), table, last, BATCH));
            page.forEach(row -> known.put(row.key(), row));
        } while (page.size() == BATCH);
        return known;
    }
}
