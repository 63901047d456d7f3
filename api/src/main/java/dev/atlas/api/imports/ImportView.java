package dev.atlas.api.imports;

import dev.atlas.api.http.View;
import dev.atlas.application.imports.OwnImports.Standing;
import dev.atlas.domain.Id;
import dev.atlas.domain.imports.Import;
import dev.atlas.domain.imports.ImportState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An import, how far it is, and in the end what it did or why it failed. */
@View
public record ImportView(
        Id<Import> id,
        ImportState state,
        String project,
        String source,
        boolean dryRun,
        @Nullable String table,
        long rowsRead,
        @Nullable ImportReportView report,
        @Nullable String code,
        @Nullable String detail,
        Instant createdAt,
        Instant heardAt,
        @Nullable Instant endedAt) {

    static ImportView of(Standing standing) {
        Import asked = standing.asked();
        return new ImportView(
                asked.id(),
                standing.state(),
                asked.project(),
                asked.source(),
                asked.dryRun(),
                asked.table(),
                asked.rowsRead(),
                standing.report() == null ? null : ImportReportView.of(standing.report()),
                asked.code(),
                asked.detail(),
                asked.createdAt(),
                asked.heardAt(),
                asked.endedAt());
    }
}
