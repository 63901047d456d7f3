package dev.atlas.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.ChangesKept;
import dev.atlas.postgres.DatabaseUrl.Host;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackendSettingsTest {

    private static final String URL = "postgresql://ann:secret@db/atlas";

    @Test
    void defaults() {
        BackendSettings settings = BackendSettings.of(URL, Map.of());

        assertThat(settings.pool()).isEqualTo(2 * Runtime.getRuntime().availableProcessors() + 2);
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.statementTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.socketTimeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(settings.queueTimeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void everySettingCanBeSet() {
        BackendSettings settings = BackendSettings.of(
                URL,
                Map.of(
                        "ATLAS_POSTGRES_POOL", "7",
                        "ATLAS_POSTGRES_CONNECT_TIMEOUT", "500ms",
                        "ATLAS_POSTGRES_STATEMENT_TIMEOUT", "PT3S",
                        "ATLAS_POSTGRES_SOCKET_TIMEOUT", "4s",
                        "ATLAS_POSTGRES_QUEUE_TIMEOUT", "1m",
                        "ATLAS_CHANGES_KEPT", "2h"));

        assertThat(settings)
                .isEqualTo(new BackendSettings(
                        DatabaseUrl.parse(URL),
                        7,
                        Duration.ofMillis(500),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        Duration.ofMinutes(1),
                        new ChangesKept(Duration.ofHours(2), Duration.ofDays(7), 10_000_000)));
    }

    @ParameterizedTest
    @CsvSource({
        "ATLAS_POSTGRES_POOL, 0",
        "ATLAS_POSTGRES_POOL, many",
        "ATLAS_POSTGRES_CONNECT_TIMEOUT, 2",
        "ATLAS_POSTGRES_STATEMENT_TIMEOUT, -1s",
        "ATLAS_POSTGRES_SOCKET_TIMEOUT, 10s",
        "ATLAS_POSTGRES_QUEUE_TIMEOUT, 2h"
    })
    void aWrongValueIsRefusedByName(String setting, String value) {
        assertThatThrownBy(() -> BackendSettings.of(URL, Map.of(setting, value)))
                .isInstanceOf(CannotOpen.class)
                .hasMessageStartingWith(setting);
    }

    @Test
    void aUrlIsTakenApart() {
        DatabaseUrl url = DatabaseUrl.parse(
                "postgres://a%40b:p%2Fw+%25@one:5433,[::1]/my%20db?application_name=x&sslmode=require");

        assertThat(url.hosts()).containsExactly(new Host("one", 5433), new Host("[::1]", 5432));
        assertThat(url.user()).isEqualTo("a@b");
        assertThat(url.password()).isEqualTo("p/w+%");
        assertThat(url.database()).isEqualTo("my db");
        assertThat(url.parameters())
                .containsExactly(Map.entry("ApplicationName", "x"), Map.entry("sslmode", "require"));
        assertThat(url).hasToString("postgresql://a@b@one:5433,[::1]:5432/my db");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://",
                "postgresql://ann:secret@db",
                "postgresql://ann:secret@db:port/atlas",
                "postgresql://ann:secret@db:70000/atlas",
                "postgresql://ann:secret@/atlas",
                "postgresql://ann:sec%ret@db/atlas",
                "postgresql://ann:sec@ret@db/atlas",
                "postgresql://ann:secret@db/atlas?secret",
                "jdbc:postgresql://ann:secret@db/atlas"
            })
    void aUrlThatIsNoneIsRefusedWithoutQuotingIt(String url) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining("ATLAS_POSTGRES_URL")
                .hasMessageNotContaining("secret");
    }
}
