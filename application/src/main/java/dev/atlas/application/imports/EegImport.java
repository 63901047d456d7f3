package dev.atlas.application.imports;

import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.imports.ImportReport.Quarantined;
import dev.atlas.domain.Id;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.imports.CannotRead;
import dev.atlas.domain.imports.SourceFile;
import dev.atlas.domain.imports.SourceRow;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.tracking.Checkpoint;
import dev.atlas.domain.tracking.Experiment;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Takes over the experiments of an EEG tracker from its SQLite file, which is not changed. A row is known by (project,
 * source, table, key): importing again adds what is new, follows what the source has changed, leaves what people have
 * changed, and duplicates nothing. Rows that cannot be taken are reported with a reason.
 *
 * <p>It asks for no permission: whoever runs it holds the store. Source: tracking reference, sections 5 and 6, and
 * decision 33 of the tracking design.
 */
public final class EegImport {

    private final Foundation foundation;

    public EegImport(Foundation foundation) {
        this.foundation = foundation;
    }

    /** Throws {@link CannotRead} if the file is not that of a tracker. */
    public static void requireTracker(Path file) {
        openTracker(file).close();
    }

    private static SourceFile openTracker(Path path) {
        SourceFile file = new InstalledFiles("sqlite").open(path);
        if (!file.tables().contains(RunTable.TABLE)) {
            file.close();
            throw new CannotRead(
                    "The file " + path + " is not that of a tracker: it has no table " + RunTable.TABLE + ".", null);
        }
        return file;
    }

    /** The same as {@link #run(EegImportRequest, ImportListener)}, with nobody to be told how far it is. */
    public ImportReport run(EegImportRequest request) {
        return run(request, ImportListener.SILENT);
    }

    /**
     * Imports one file.
     *
     * @throws CannotRead if the file is not that of a tracker
     * @throws Refusal.NotFound {@code user.not_found}, if there is no such owner
     * @throws Refusal.WrongState {@code import.owner_needed}, if no owner is named and there is not exactly one
     *     administrator
     */
    public ImportReport run(EegImportRequest request, ImportListener listener) {
        try (SourceFile file = openTracker(request.file())) {
            ImportTarget target = ImportTarget.of(foundation, request);
            return run(file, target, request, listener);
        }
    }

    private ImportReport run(SourceFile file, ImportTarget target, EegImportRequest request, ImportListener listener) {
        Findings findings = new Findings();
        if (request.zone() == null) {
            findings.add(Findings.Code.ZONE_ASSUMED);
        }
        Id<Project> project = target.project().id();
        Instant now = foundation.now();
        ProjectMemory memory = new ProjectMemory(foundation, project, request.source());
        ZoneId zone = Objects.requireNonNullElse(request.zone(), ZoneOffset.UTC);
        ImportPass pass = new ImportPass(foundation, memory, zone, request.dryRun(), listener, now);
        Runs runs = new Runs();
        BestCheckpoints bests = new BestCheckpoints();
        SharedPaths paths = new SharedPaths();
        CheckpointTable checkpoints = new CheckpointTable(runs, now, bests, paths, findings);
        List<SourceTable<?>> tables = List.of(
                new RunTable(project, now, runs, findings),
                new EpochTable(runs, now, findings),
                checkpoints,
                new SubjectTable(project, now),
                new CacheFileTable(project, now, findings),
                new MetadataTable());

        List<ImportReport.Table> done = new ArrayList<>();
        List<Quarantined> quarantined = new ArrayList<>();
        for (SourceTable<?> table : tables) {
            if (!file.tables().contains(table.table())) {
                findings.add(Findings.Code.TABLE_MISSING, table.table());
                continue;
            }
            if (table == checkpoints) {
                remember(memory.known(table.table()), checkpoints, pass);
            }
            TableImport<?> rows = new TableImport<>(pass, table, findings);
            file.forEach(table.table(), rows::take);
            done.add(rows.finish());
            quarantined.addAll(rows.quarantined());
        }
        settle(pass, bests);
        bests.report(findings);
        paths.report(findings);
        unknown(file, tables).forEach(table -> findings.add(Findings.Code.TABLE_UNKNOWN, table));
        return new ImportReport(
                request.project(),
                target.isNew() && request.dryRun() ? null : project,
                request.source(),
                request.dryRun(),
                done,
                quarantined,
                findings.report());
    }

    /** Tells which checkpoints the last import took for the best. */
    private static void remember(Map<String, KnownRow> known, CheckpointTable checkpoints, ImportPass pass) {
        known.forEach((key, row) -> {
            UUID entity = row.entity();
            Cells cells = new Cells(SourceRow.of(row.content()), pass.zone());
            if (entity != null && cells.flag(CheckpointTable.BEST)) {
                try {
                    Checkpoint checkpoint = checkpoints.read(cells, entity);
                    checkpoints.bests().knew(key, checkpoint, true);
                } catch (InvalidValue orphan) {
                    // its run was deleted in Atlas since, and the checkpoint with it
                }
            }
        });
    }

    private static void settle(ImportPass pass, BestCheckpoints bests) {
        if (pass.dryRun()) {
            return;
        }
        List<Id<Experiment>> experiments = bests.experiments();
        for (int from = 0; from < experiments.size(); from += ImportPass.BATCH) {
            List<Id<Experiment>> some =
                    experiments.subList(from, Math.min(from + ImportPass.BATCH, experiments.size()));
            pass.unit(repositories -> {
                some.forEach(experiment -> bests.settle(repositories, experiment));
                return some.size();
            });
        }
    }

    private static Set<String> unknown(SourceFile file, List<SourceTable<?>> tables) {
        Set<String> unknown = new LinkedHashSet<>(file.tables());
        tables.forEach(table -> unknown.remove(table.table()));
        return unknown;
    }
}
