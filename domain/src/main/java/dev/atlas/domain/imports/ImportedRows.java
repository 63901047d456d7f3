package dev.atlas.domain.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Aggregates;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every row that was ever imported and is not forgotten. Removing a project forgets its rows. */
public interface ImportedRows extends Aggregates<Id<ImportedRow>, ImportedRow> {

    /** The unique rule on what a row is known by. */
    String ONE_PER_KEY = "imported_rows_one_per_key";

    /**
     * Up to {@code limit} rows of a table with keys after {@code after} (from the start if null), by key. Keys are ordered by
     * the bytes of their UTF-8 form.
     */
    List<ImportedRow> of(Id<Project> project, String source, String table, @Nullable String after, int limit);
}
