package dev.atlas.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.cli.CommandRun;
import dev.atlas.cli.ExitCode;
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
}
