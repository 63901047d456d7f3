package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.cli.CommandRun;
import dev.atlas.cli.ExitCode;
import dev.atlas.domain.storage.Storage;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the owner of a store does with its mirror, command by command. */
class PairCommandsTest {

    @TempDir
    private Path folder;

    private Map<String, String> settings = Map.of();
    private String here = "";
    private String there = "";

    @BeforeEach
    void fill() {
        here = Engines.url("sqlite", folder);
        there = Engines.url("sqlite", folder);
        settings = Map.of(
                "ATLAS_STORAGE_BACKEND",
                "sqlite",
                "ATLAS_STORAGE_URL",
                here,
                "ATLAS_STORAGE_MIRROR",
                "sqlite",
                "ATLAS_STORAGE_MIRROR_URL",
                there,
                "ATLAS_DATA",
                folder.toString());
        try (Storage storage = Engines.open(here)) {
            new SampleRecords(41).fill(storage, 5);
        }
    }

    private CommandRun storage(int code, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "storage";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        CommandRun run = CommandRun.of(settings, all);
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(code);
        return run;
    }

    @Test
    void mirror_look_verify_switch_and_back() {
        assertThat(storage(ExitCode.TRUE, "status").out()).contains("does not answer, or is not there");
        assertThat(storage(ExitCode.USAGE, "switch", "--dry-run").err())
                .startsWith("There is no store at " + there + ": set ATLAS_STORAGE_MIRROR_URL to one that is there");
        assertThat(storage(ExitCode.TRUE, "mirror", "--once").out()).contains("Equal: ");
        assertThat(storage(ExitCode.TRUE, "status").out())
                .contains(there + ": mirror, epoch 0", "following, 0 transactions behind", "verified ");
        assertThat(storage(ExitCode.TRUE, "verify", "--json").out()).contains("\"equal\":true");
        assertThat(storage(ExitCode.TRUE, "switch", "--dry-run").out())
                .contains("Would switch from " + here + " to " + there);
        assertThat(storage(ExitCode.TRUE, "switch").out())
                .contains(there + " has taken over from " + here + " (epoch 1 as primary)");
        assertThat(storage(ExitCode.TRUE, "status", "--json").out())
                .contains("\"role\":\"mirror\"", "\"role\":\"primary\"", "\"state\":\"completed\"");
        assertThat(storage(ExitCode.TRUE, "switch", "--json").out()).contains("\"primary\":\"" + here);
        assertThat(storage(ExitCode.TRUE, "detach").out()).contains(there + " is no mirror any more");
        assertThat(storage(ExitCode.TRUE, "status").out()).contains(there + ": detached");
        assertThat(storage(ExitCode.REFUSED, "switch", "--dry-run").err()).contains("mirror");
    }

    @Test
    void without_a_mirror_the_setting_is_named() {
        settings = Map.of("ATLAS_STORAGE_URL", here, "ATLAS_DATA", folder.toString());
        assertThat(storage(ExitCode.USAGE, "switch").err()).contains("ATLAS_STORAGE_MIRROR", "--to");
        assertThat(storage(ExitCode.USAGE, "verify", "--from", here).err()).contains("--to");
    }
}
