package dev.atlas.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.cli.CommandRun;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.TestStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A start that is refused has changed nothing: no store, no key, no administrator with a password that nobody has seen. */
class RefusedStartTest {

    @TempDir
    private Path folder;

    private CommandRun serve(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("ATLAS_DATA", folder.resolve("data").toString());
        return CommandRun.of(all, "serve");
    }

    private static void assertRefused(CommandRun run, String setting) {
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().strip().lines()).singleElement().asString().contains(setting);
    }

    @ParameterizedTest
    @CsvSource({
        "ATLAS_SECRET_KEY, no key",
        "ATLAS_ADMIN_PASSWORD, short",
        "ATLAS_PORT, many",
        "ATLAS_HOST, 192.0.2.1",
        "ATLAS_STOP_TIMEOUT, soon",
        "ATLAS_STORAGE_COMPARE, 0.1",
        "ATLAS_STORAGE_COMPARE, 1.5",
        "ATLAS_STORAGE_COMPARE, some",
        "ATLAS_SQLITE_READERS, 0"
    })
    void a_wrong_setting_changes_nothing(String setting, String value) {
        Map<String, String> settings = new HashMap<>(Map.of("ATLAS_PORT", "0"));
        settings.put(setting, value);
        assertRefused(serve(settings), setting);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_port_that_is_taken_changes_nothing() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertRefused(serve(Map.of("ATLAS_PORT", port)), "ATLAS_PORT");
            assertRefused(
                    serve(Map.of("ATLAS_PORT", port, "ATLAS_STORAGE_BACKEND", "oracle")), "ATLAS_STORAGE_BACKEND");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_key_file_that_is_away_is_not_replaced_by_another() throws Exception {
        TestStore store = new TestStore(folder);
        store.make();
        Files.delete(store.keyFile());
        assertRefused(serve(Map.of("ATLAS_PORT", "0")), "ATLAS_SECRET_KEY");
        assertThat(store.keyFile()).doesNotExist();
    }
}
