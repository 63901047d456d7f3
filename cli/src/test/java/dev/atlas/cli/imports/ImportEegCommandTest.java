package dev.atlas.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.cli.CommandRun;
import dev.atlas.cli.ExitCode;
import dev.atlas.contract.tracker.TrackerSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportEegCommandTest {

    @TempDir
    private Path folder;

    @Test
    void what_is_no_tracker_leaves_no_store() throws IOException {
        Path data = folder.resolve("data");
        Path notes = Files.writeString(folder.resolve("notes.txt"), "nothing");
        for (Path file : new Path[] {notes, folder.resolve("missing.db"), folder}) {
            CommandRun run = CommandRun.of(Map.of("ATLAS_DATA", data.toString()), "import", "eeg", file.toString());
            assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains(file.toString());
            assertThat(data).doesNotExist();
        }
    }

    @Test
    void a_value_that_is_wrong_is_told_with_its_option() throws Exception {
        Map<String, String> settings =
                Map.of("ATLAS_DATA", folder.resolve("data").toString(), "ATLAS_ADMIN_PASSWORD", "correct horse");
        String file = TrackerSample.write(folder.resolve("tracker.db")).toString();
        Map<String, String> wrong =
                Map.of("--zone", "Mars", "--project", " ", "--source", "x".repeat(101), "--owner", "nobody");
        wrong.forEach((option, value) -> {
            CommandRun run = CommandRun.of(settings, "import", "eeg", file, option, value);
            assertThat(run.code()).as(run.err()).isIn(ExitCode.USAGE, ExitCode.REFUSED);
            assertThat(run.err().lines().toList().getLast()).startsWith(option + ": ");
        });
    }
}
