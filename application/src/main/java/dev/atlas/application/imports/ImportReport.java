package dev.atlas.application.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.projects.Project;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do.
 *
 * @param project absent if it belongs to no project
 * @param projectId absent if it belongs to none, or the project would be made and this was a dry run
 * @param tables in the order in which they were imported; those the file lacks are left out
 * @param quarantined the rows that were left out, in the order in which they were met
 * @param findings what deserves attention, in no case an obstacle
 */
public record ImportReport(
        @Nullable String project,
        @Nullable Id<Project> projectId,
        String source,
        boolean dryRun,
        List<Table> tables,
        List<Quarantined> quarantined,
        List<Finding> findings) {

    /** What became of the rows of one table: {@code entities}, such as experiments. */
    public record Table(String table, String entities, Counts counts) {}

    /** Every row read is counted once among the other four. */
    public record Counts(long read, long created, long unchanged, long updated, long quarantined) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        Counts plus(Counts other) {
            return new Counts(
                    read + other.read,
                    created + other.created,
                    unchanged + other.unchanged,
                    updated + other.updated,
                    quarantined + other.quarantined);
        }
    }

    /** A row that was left out; the reason is for people. */
    public record Quarantined(String table, String key, String reason) {}

    /**
     * Something that deserves attention.
     *
     * @param code stable, in snake_case
     * @param message for people
     * @param subjects the keys, paths or tables it is about, in order
     */
    public record Finding(String code, String message, List<String> subjects) {}

    public ImportReport {
        tables = List.copyOf(tables);
        quarantined = List.copyOf(quarantined);
        findings = List.copyOf(findings);
    }

    public Counts total() {
        return tables.stream().map(Table::counts).reduce(Counts.NONE, Counts::plus);
    }
}
