package dev.atlas.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoClientSettings;
import com.mongodb.connection.ClusterConnectionMode;
import dev.atlas.domain.storage.CannotOpen;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackendSettingsTest {

    private static final String URL = "mongodb://ann:s3cret@db.example:27017/atlas";

    @Test
    void silenceMeansTheDefaults() {
        BackendSettings settings = BackendSettings.of(URL, Map.of());

        assertThat(settings.database()).isEqualTo("atlas");
        assertThat(settings.pool()).isEqualTo(32);
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.selectionTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.socketTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.queueTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.retryTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.transactionLife()).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void theEnvironmentIsHeard() {
        BackendSettings settings = BackendSettings.of(
                URL,
                Map.of(
                        "ATLAS_MONGODB_POOL", "5",
                        "ATLAS_MONGODB_CONNECT_TIMEOUT", "500ms",
                        "ATLAS_MONGODB_SELECTION_TIMEOUT", "3s",
                        "ATLAS_MONGODB_SOCKET_TIMEOUT", "PT7S",
                        "ATLAS_MONGODB_QUEUE_TIMEOUT", "1m",
                        "ATLAS_MONGODB_RETRY_TIMEOUT", "4s"));

        assertThat(settings.pool()).isEqualTo(5);
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.selectionTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.socketTimeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(settings.queueTimeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.retryTimeout()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void theUrlIsHeardWhereTheEnvironmentIsSilent() {
        String url = URL + "?maxPoolSize=7&connectTimeoutMS=300&serverSelectionTimeoutMS=400&socketTimeoutMS=600"
                + "&waitQueueTimeoutMS=700";
        BackendSettings settings = BackendSettings.of(url, Map.of("ATLAS_MONGODB_POOL", "8"));

        assertThat(settings.pool()).isEqualTo(8);
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofMillis(300));
        assertThat(settings.selectionTimeout()).isEqualTo(Duration.ofMillis(400));
        assertThat(settings.socketTimeout()).isEqualTo(Duration.ofMillis(600));
        assertThat(settings.queueTimeout()).isEqualTo(Duration.ofMillis(700));
    }

    @Test
    void theDriverIsToldAllOfIt() {
        MongoClientSettings client = BackendSettings.of(
                        URL + "?directConnection=true&replicaSet=rs0",
                        Map.of("ATLAS_MONGODB_POOL", "5", "ATLAS_MONGODB_SOCKET_TIMEOUT", "7s"))
                .client();

        assertThat(client.getConnectionPoolSettings().getMaxSize()).isEqualTo(5);
        assertThat(client.getSocketSettings().getReadTimeout(TimeUnit.SECONDS)).isEqualTo(7);
        assertThat(client.getSocketSettings().getConnectTimeout(TimeUnit.SECONDS))
                .isEqualTo(10);
        assertThat(client.getClusterSettings().getServerSelectionTimeout(TimeUnit.SECONDS))
                .isEqualTo(2);
        assertThat(client.getClusterSettings().getMode()).isEqualTo(ClusterConnectionMode.SINGLE);
        assertThat(client.getClusterSettings().getRequiredReplicaSetName()).isEqualTo("rs0");
    }

    @ParameterizedTest
    @CsvSource({
        "ATLAS_MONGODB_POOL, 0",
        "ATLAS_MONGODB_POOL, many",
        "ATLAS_MONGODB_CONNECT_TIMEOUT, 5",
        "ATLAS_MONGODB_SELECTION_TIMEOUT, -1s",
        "ATLAS_MONGODB_SOCKET_TIMEOUT, 0s",
        "ATLAS_MONGODB_QUEUE_TIMEOUT, soon",
        "ATLAS_MONGODB_RETRY_TIMEOUT, 2h"
    })
    void aWrongValueIsRefusedByTheNameOfItsSetting(String setting, String value) {
        assertThatThrownBy(() -> BackendSettings.of(URL, Map.of(setting, value)))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining(setting);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://ann:s3cret@",
                "mongodb://ann:s3cret@db:port/atlas",
                "mongodb://ann:s3cret:x@db/atlas",
                "mongodb://ann:s3cret@db/atlas?socketTimeoutMS=1&authMechanism=s3cret",
                "mongodb://ann:s3cret@db",
                "mongodb://ann:s3cret@db/",
                "mongodb://ann:s3cret@db/two words",
                "mongodb://ann:s3cret@db/admin",
                "mongodb+srv://ann:s3cret@nowhere.invalid/atlas",
                "mongodb://ann:s3cret@db/?directConnection=true"
            })
    void aWrongUrlIsRefusedWithoutItsPassword(String url) {
        assertThatThrownBy(() -> BackendSettings.of(url, Map.of()))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining("ATLAS_MONGODB_URL")
                .hasMessageNotContaining("s3cret")
                .hasNoCause();
    }

    @Test
    void whatIsShownHoldsNoPassword() {
        BackendSettings settings = BackendSettings.of(URL + "?directConnection=true", Map.of());

        assertThat(settings.shownUrl()).isEqualTo("mongodb://db.example:27017/atlas");
        assertThat(settings).hasToString("BackendSettings[mongodb://db.example:27017/atlas]");
    }
}
