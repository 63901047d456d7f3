package dev.atlas.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.cli.CommandRun;
import dev.atlas.cli.ExitCode;
import dev.atlas.contract.legacy.LegacyFile;
import dev.atlas.contract.legacy.LegacySample;
import dev.atlas.domain.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportLegacyCommandTest {

    @TempDir
    private Path folder;

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("ATLAS_DATA", folder.resolve("data").toString());
        settings.put("ATLAS_ADMIN_PASSWORD", "correct horse");
        settings.put("OLD_KEY", LegacySample.FERNET_KEY);
        return settings;
    }

    private Path sample() throws SQLException {
        Path path = folder.resolve("atlas.sqlite3");
        try (LegacyFile file = LegacyFile.empty(path)) {
            LegacySample.write(file);
        }
        return path;
    }

    @Test
    void rows_that_are_left_out_are_told_and_end_with_1() throws Exception {
        String file = sample().toString();
        CommandRun run = CommandRun.of(settings(), "import", "legacy", file, "--secret-key", "env:OLD_KEY");
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DIFFERENCES);
        assertThat(run.out())
                .startsWith("Imported from the source legacy\n")
                .contains("quarantined: users " + LegacySample.id(4) + ": created_at must be a time")
                .contains("note: The file is of this revision of the predecessor. 20260118_0020")
                .doesNotContain(LegacySample.FERNET_KEY, LegacySample.OPENAI_KEY);
        assertThat(run.err()).doesNotContain("Warning");
        CommandRun again = CommandRun.with(
                LegacySample.FERNET_KEY + "\n", settings(), "import", "legacy", file, "--secret-key", "-", "--json");
        Json.Obj report = (Json.Obj) Json.parse("report", again.out());
        assertThat(report.text()).contains("\"created\":0", "\"reason\":");
        assertThat(report.members()).doesNotContainKey("project");
    }

    @Test
    void all_that_can_be_taken_ends_with_0() throws Exception {
        Path path = folder.resolve("atlas.sqlite3");
        try (LegacyFile file = LegacyFile.empty(path)) {
            file.row("users", "id", LegacySample.id(1), "username", "ann");
        }
        CommandRun run = CommandRun.of(settings(), "import", "legacy", path.toString());
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.TRUE);
    }

    @Test
    void a_key_on_the_command_line_is_warned_of_and_a_wrong_one_refused() throws Exception {
        String file = sample().toString();
        CommandRun literal =
                CommandRun.of(settings(), "import", "legacy", file, "--secret-key", LegacySample.FERNET_KEY);
        assertThat(literal.err()).contains("Warning: others on this machine can see the key in --secret-key");
        CommandRun wrong = CommandRun.of(settings(), "import", "legacy", file, "--secret-key", "short");
        assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.err()).contains("--secret-key");
        CommandRun nobody = CommandRun.of(settings(), "import", "legacy", file, "--owner", "nobody");
        assertThat(nobody.err()).contains("--owner: there is no user nobody.");
        CommandRun given = CommandRun.of(settings(), "import", "legacy", file, "--owner", "ann", "--json");
        assertThat(given.out()).doesNotContain("name with --owner");
    }

    @Test
    void what_is_not_of_the_predecessor_leaves_no_store() throws IOException {
        Path data = folder.resolve("data");
        Path notes = Files.writeString(folder.resolve("notes.txt"), "nothing");
        for (Path file : new Path[] {notes, folder.resolve("missing.db"), folder}) {
            CommandRun run = CommandRun.of(settings(), "import", "legacy", file.toString());
            assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains(file.toString());
            assertThat(data).doesNotExist();
        }
    }

    /** Whoever names it as the store is told what to do. */
    @Test
    void the_predecessors_own_file_is_no_store() throws Exception {
        Map<String, String> settings = settings();
        settings.put("ATLAS_SQLITE_URL", "sqlite:" + sample());
        CommandRun run = CommandRun.of(settings, "user", "list");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("atlas import legacy");
    }
}
