package dev.atlas.api.imports;

import dev.atlas.api.http.View;
import dev.atlas.application.imports.ImportReport;
import dev.atlas.application.imports.ImportReport.Counts;
import dev.atlas.domain.Id;
import dev.atlas.domain.projects.Project;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an import did, or would do. */
@View
public record ImportReportView(
        String project,
        @Nullable Id<Project> projectId,
        String source,
        boolean dryRun,
        List<ImportedTableView> tables,
        ImportCountsView total,
        List<QuarantinedRowView> quarantined,
        List<ImportFindingView> findings) {

    /** What became of the rows of one table. */
    @View
    public record ImportedTableView(String table, String entities, ImportCountsView counts) {}

    /** Every row read is counted once among the other four. */
    @View
    public record ImportCountsView(long read, long created, long unchanged, long updated, long quarantined) {

        static ImportCountsView of(Counts counts) {
            return new ImportCountsView(
                    counts.read(), counts.created(), counts.unchanged(), counts.updated(), counts.quarantined());
        }
    }

    /** A row that was left out, and why. */
    @View
    public record QuarantinedRowView(String table, String key, String reason) {}

    /** Something that deserves attention. */
    @View
    public record ImportFindingView(String code, String message, List<String> subjects) {}

    static ImportReportView of(ImportReport report) {
        return new ImportReportView(
                Objects.requireNonNull(report.project()), // over HTTP everything goes into a project
                report.projectId(),
                report.source(),
                report.dryRun(),
                report.tables().stream()
                        .map(each -> new ImportedTableView(
                                each.table(), each.entities(), ImportCountsView.of(each.counts())))
                        .toList(),
                ImportCountsView.of(report.total()),
                report.quarantined().stream()
                        .map(each -> new QuarantinedRowView(each.table(), each.key(), each.reason()))
                        .toList(),
                report.findings().stream()
                        .map(each -> new ImportFindingView(each.code(), each.message(), each.subjects()))
                        .toList());
    }
}
