package dev.atlas.application.imports;

import dev.atlas.application.SqliteAtlas;
import dev.atlas.application.imports.ImportReport.Counts;
import dev.atlas.application.imports.ImportReport.Finding;
import dev.atlas.contract.tracker.TrackerFile;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.tracking.Checkpoint;
import dev.atlas.domain.tracking.Experiment;
import dev.atlas.domain.tracking.ExperimentFilter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A tracker's file that each test writes, and the import of it. */
abstract class EegImports {

    SqliteAtlas test;
    EegImport imports;
    TrackerFile file;

    @BeforeEach
    void open(@TempDir Path folder) throws SQLException {
        test = new SqliteAtlas(folder);
        test.member("ann");
        imports = new EegImport(test.foundation());
        file = TrackerFile.empty(folder.resolve("metadata.db"));
    }

    @AfterEach
    void close() throws SQLException {
        file.close();
        test.close();
    }

    void everything() throws SQLException {
        file.run(1, "running", "{\"lr\":0.002,\"crop\":2.0}")
                .epoch(1, 1, 1, 0.5)
                .epoch(2, 1, 2, 0.4);
        file.run(2, "running", "{\"p\":null}").checkpoint(1, 1, 2, 0.4, new byte[] {1});
        file.row("subjects", "sub-1", 9.5, "F", 0.25, "R1", 2, 30, 0.75, "calm");
        file.row("cache_files", 1, 1, "R1", "/cache/1", 12.5, 10, 129, 200, "2025-10-19T18:00:00", "sha256:0");
        file.row("config", "db_version", "1.0", "the version");
    }

    ImportReport run() {
        return imports.run(request(file.path(), false));
    }

    static EegImportRequest request(Path path, boolean dryRun) {
        return new EegImportRequest(path, "EEG", null, "eeg", "ann", dryRun);
    }

    static Id<Project> project(ImportReport report) {
        return Objects.requireNonNull(report.projectId());
    }

    /** The newest first. */
    List<Experiment> experiments(ImportReport report) {
        Slice<Experiment> found = test.storage()
                .read(r -> r.experiments().of(project(report), ExperimentFilter.NONE, Page.first(Page.MAX_LIMIT)));
        return found.items();
    }

    /** The epochs of the checkpoints that are best. */
    List<Long> bests(Experiment experiment) {
        List<Checkpoint> all = test.storage().read(r -> r.checkpoints().of(experiment.id()));
        return all.stream().filter(Checkpoint::best).map(Checkpoint::epoch).toList();
    }

    static Counts counts(ImportReport report, String table) {
        return report.tables().stream()
                .filter(each -> each.table().equals(table))
                .findFirst()
                .orElseThrow()
                .counts();
    }

    static Finding finding(ImportReport report, String code) {
        return report.findings().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
