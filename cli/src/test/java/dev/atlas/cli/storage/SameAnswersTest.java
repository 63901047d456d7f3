package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.cli.CommandRun;
import dev.atlas.cli.ExitCode;
import dev.atlas.contract.tracker.TrackerSample;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main promise: what was taken over, and what people added, answers byte for byte the same over HTTP after a copy to
 * any other engine and a start there.
 */
class SameAnswersTest {

    private static final String PASSWORD = "correct horse";

    @TempDir
    private Path folder;

    @Test
    void every_list_is_the_same_on_every_engine() throws Exception {
        for (Path file : files()) {
            List<String> places = places();
            String first = places.getFirst();
            succeed(first, "import", "eeg", file.toString(), "--project", "Lab");
            succeed(first, "user", "create", "zo\u00eb", "--role", "viewer", "--password", "env:PASSWORD");
            SequencedMap<String, String> expected;
            try (ServedStore served = serve(first)) {
                served.addTraps();
                expected = served.lists();
            }
            assertThat(expected).hasSizeGreaterThan(3 * 37);
            for (String place : places.subList(1, places.size())) {
                succeed(first, "storage", "copy", "--from", "env:ATLAS_STORAGE_URL", "--to", place);
                try (ServedStore served = serve(place)) {
                    assertThat(served.lists()).containsExactlyEntriesOf(expected);
                }
            }
        }
    }

    /** A generated one, and the real one where it is at hand. */
    private List<Path> files() throws SQLException {
        List<Path> files = new ArrayList<>();
        files.add(TrackerSample.write(folder.resolve("tracker.db")));
        String samples = System.getenv("ATLAS_SAMPLE_DATA");
        if (samples != null && !samples.isBlank()) {
            Path real = Path.of(samples, "eeg", "metadata.db");
            assertThat(real).as("the file that ATLAS_SAMPLE_DATA promises").isRegularFile();
            files.add(real);
        }
        return files;
    }

    /** One on each engine, and a second one on the first of them. */
    private List<String> places() {
        List<String> places = new ArrayList<>();
        Engines.all().forEach(engine -> places.add(Engines.url(engine, folder)));
        places.add(Engines.url(Engines.all().getFirst(), folder));
        return places;
    }

    private Map<String, String> settings(String url) {
        String engine = url.substring(0, url.indexOf(':'));
        Map<String, String> settings = new HashMap<>();
        settings.put("ATLAS_STORAGE_BACKEND", engine);
        settings.put("ATLAS_STORAGE_URL", url);
        settings.put("ATLAS_DATA", folder.resolve("data").toString());
        settings.put("ATLAS_ADMIN_PASSWORD", PASSWORD);
        settings.put("PASSWORD", PASSWORD);
        return settings;
    }

    private void succeed(String url, String... arguments) {
        CommandRun run = CommandRun.of(settings(url), arguments);
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.TRUE);
    }

    private ServedStore serve(String url) throws Exception {
        return ServedStore.start(settings(url), PASSWORD);
    }
}
