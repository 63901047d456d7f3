package dev.atlas.application.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.application.imports.ImportReport.Table;
import dev.atlas.domain.imports.CannotRead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are whole, lack something, or are none of a tracker. */
class EegFilesTest extends EegImports {

    /* What a writer has committed to its log is read; neither file nor folder is changed. */
    @Test
    void theLogBesideAFileIsReadAndNothingIsTouched(@TempDir Path folder) throws SQLException, IOException {
        file.execute("pragma journal_mode = wal");
        file.run(1, "running", "{}");
        assertThat(sibling("-wal")).isNotEmptyFile();
        Path copy = Files.copy(file.path(), folder.resolve("metadata.db"));
        Files.copy(sibling("-wal"), folder.resolve("metadata.db-wal"));
        byte[] before = Files.readAllBytes(copy);

        ImportReport report = imports.run(request(copy, false));

        assertThat(counts(report, "training_runs").created()).isEqualTo(1);
        assertThat(copy).hasBinaryContent(before);
        try (var files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("metadata.db", "metadata.db-wal");
        }
    }

    /* A file may lack any table but that of the runs. */
    @Test
    void missingTablesAreReported() throws SQLException {
        file.execute("drop table subjects");
        file.execute("drop table config");
        file.execute("create table extra (a)");
        ImportReport report = run();
        assertThat(finding(report, "table_missing").subjects()).containsExactly("subjects", "config");
        assertThat(finding(report, "table_unknown").subjects()).containsExactly("extra");
        assertThat(report.tables()).extracting(Table::table).doesNotContain("subjects", "config");
        file.execute("drop view best_models");
        file.execute("drop table training_runs");
        assertThatThrownBy(this::run).isInstanceOf(CannotRead.class).hasMessageContaining("training_runs");
    }

    @Test
    void whatIsNoDatabaseIsRefused(@TempDir Path folder) throws IOException {
        Path text =
                Files.writeString(folder.resolve("a.db"), "this is no database, however long it may be".repeat(100));
        assertThatThrownBy(() -> imports.run(request(text, false))).isInstanceOf(CannotRead.class);
        assertThatThrownBy(() -> imports.run(request(folder.resolve("none"), false)))
                .isInstanceOf(CannotRead.class);
    }

    private Path sibling(String suffix) {
        return file.path().resolveSibling(file.path().getFileName() + suffix);
    }
}
