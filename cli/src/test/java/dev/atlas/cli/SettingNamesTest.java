package dev.atlas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.domain.storage.CannotOpen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingNamesTest {

    private static final Pattern NAME = Pattern.compile("\"(ATLAS_[A-Z_]+)\"");

    @ParameterizedTest
    @CsvSource({
        "ATLAS_PROT, ATLAS_PORT",
        "ATLAS_STORAGE_BACKED, ATLAS_STORAGE_BACKEND",
        "ATLAS_STORAGE_BAKCENDS, ATLAS_STORAGE_BACKEND",
        "ATLAS_SQLITE_URI, ATLAS_SQLITE_URL"
    })
    void one_that_is_misspelt_is_refused(String name, String meant) {
        assertThatThrownBy(() -> SettingNames.check(Map.of(name, "x")))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContainingAll(name + " is no setting", meant);
        CommandRun run = CommandRun.of(Map.of(name, "x"), "serve");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ATLAS_HOME", "ATLAS_ROOT", "ATLAS_JAVA_OPTIONS", "ATLAS_SAMPLE_DATA", "ATLASPORT"})
    void those_of_somebody_else_may_stay(String name) {
        assertThatCode(() -> SettingNames.check(Map.of(name, "x"))).doesNotThrowAnyException();
    }

    @Test
    void all_that_the_sources_read_are_known() throws IOException {
        Set<String> read = new TreeSet<>();
        for (String module : new String[] {
            "domain",
            "application",
            "persistence",
            "adapters-sqlite",
            "adapters-postgres",
            "adapters-mongo",
            "api",
            "cli"
        }) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                        .filter(each -> !each.endsWith("SettingNames.java"))
                        .toList()) {
                    NAME.matcher(Files.readString(file))
                            .results()
                            .map(found -> found.group(1))
                            .forEach(read::add);
                }
            }
        }
        assertThat(SettingNames.KNOWN).containsExactlyInAnyOrderElementsOf(read);
    }
}
