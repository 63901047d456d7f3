package dev.atlas.domain.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesKeptTest {

    @Test
    void defaults() {
        assertThat(ChangesKept.of(Map.of()))
                .isEqualTo(new ChangesKept(Duration.ofHours(1), Duration.ofDays(7), 10_000_000));
    }

    @Test
    void every_setting_can_be_set() {
        assertThat(ChangesKept.of(Map.of(
                        "ATLAS_CHANGES_KEPT", "2h",
                        "ATLAS_CHANGES_KEPT_AGE", "30d",
                        "ATLAS_CHANGES_KEPT_ROWS", "5000")))
                .isEqualTo(new ChangesKept(Duration.ofHours(2), Duration.ofDays(30), 5_000));
    }

    @ParameterizedTest
    @CsvSource({
        "ATLAS_CHANGES_KEPT, 0s",
        "ATLAS_CHANGES_KEPT, 8d",
        "ATLAS_CHANGES_KEPT_AGE, 30m",
        "ATLAS_CHANGES_KEPT_AGE, a week",
        "ATLAS_CHANGES_KEPT_AGE, 366d",
        "ATLAS_CHANGES_KEPT_ROWS, 999"
    })
    void a_wrong_value_is_refused_by_name(String setting, String value) {
        assertThatExceptionOfType(CannotOpen.class)
                .isThrownBy(() -> ChangesKept.of(Map.of(setting, value)))
                .withMessageContaining(setting);
    }
}
