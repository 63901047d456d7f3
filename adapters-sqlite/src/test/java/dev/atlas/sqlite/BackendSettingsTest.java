package dev.atlas.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.ChangesKept;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackendSettingsTest {

    private static final String URL = "sqlite:/somewhere/atlas.db";

    @Test
    void defaults() {
        assertThat(BackendSettings.of(URL, Map.of()))
                .isEqualTo(new BackendSettings(
                        Path.of("/somewhere/atlas.db"),
                        2,
                        64,
                        128,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        ChangesKept.of(Map.of())));
        assertThat(new Backend().defaultUrl(Map.of("ATLAS_DATA", "/elsewhere")))
                .isEqualTo("sqlite:/elsewhere/atlas.db");
    }

    @Test
    void everySettingCanBeSet() {
        BackendSettings settings = BackendSettings.of(
                URL,
                Map.of(
                        "ATLAS_SQLITE_READERS", "7",
                        "ATLAS_SQLITE_KEPT", "0",
                        "ATLAS_SQLITE_GROUP", "1",
                        "ATLAS_SQLITE_BUSY_TIMEOUT", "500ms",
                        "ATLAS_SQLITE_QUEUE_TIMEOUT", "PT3S",
                        "ATLAS_CHANGES_KEPT", "2h"));

        assertThat(settings)
                .isEqualTo(new BackendSettings(
                        Path.of("/somewhere/atlas.db"),
                        7,
                        0,
                        1,
                        Duration.ofMillis(500),
                        Duration.ofSeconds(3),
                        new ChangesKept(Duration.ofHours(2), Duration.ofDays(7), 10_000_000)));
    }

    @Test
    void aPathIsTakenFromTheFolderOfTheProcess() {
        assertThat(BackendSettings.of("sqlite:data/../atlas.db", Map.of()).file())
                .isEqualTo(Path.of("atlas.db").toAbsolutePath());
    }

    @ParameterizedTest
    @CsvSource({
        "ATLAS_SQLITE_READERS, 0",
        "ATLAS_SQLITE_READERS, many",
        "ATLAS_SQLITE_KEPT, much",
        "ATLAS_SQLITE_GROUP, -1",
        "ATLAS_SQLITE_BUSY_TIMEOUT, 5",
        "ATLAS_SQLITE_QUEUE_TIMEOUT, 2h"
    })
    void aWrongValueIsRefusedByTheNameOfItsSetting(String setting, String value) {
        assertThatThrownBy(() -> BackendSettings.of(URL, Map.of(setting, value)))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining(setting);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite:", "sqlite: ", "sqlite::memory:", "sqlite:a\u0000b"})
    void aUrlThatNamesNoFileIsRefused(String url) {
        assertThatThrownBy(() -> BackendSettings.of(url, Map.of()))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining("ATLAS_SQLITE_URL");
    }
}
