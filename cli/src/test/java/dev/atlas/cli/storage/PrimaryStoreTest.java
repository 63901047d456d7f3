package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.cli.CommandRun;
import dev.atlas.cli.ExitCode;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.Term;
import dev.atlas.domain.storage.Term.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Starting on the wrong store is impossible, and so is any command that would write to it. */
class PrimaryStoreTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PRIMARY")
    void a_store_that_is_not_the_primary_is_refused(Role role) {
        String url = Engines.url("sqlite", folder);
        try (Storage storage = Engines.open(url)) {
            storage.enter(new Term(3, role), Duration.ofSeconds(5), repositories -> true);
        }
        Map<String, String> settings =
                Map.of("ATLAS_SQLITE_URL", url, "ATLAS_DATA", folder.toString(), "ATLAS_PORT", "0");
        for (List<String> command : List.of(List.of("serve"), List.of("user", "list"))) {
            CommandRun run = CommandRun.of(settings, command.toArray(String[]::new));
            assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
            assertThat(run.err()).contains(url, "not the primary", "epoch 3 as " + role.word());
        }
        CommandRun status = CommandRun.of(settings, "storage", "status");
        assertThat(status.code()).isEqualTo(ExitCode.TRUE);
        assertThat(status.out()).containsPattern("role +" + role.word() + ", epoch 3");
    }
}
