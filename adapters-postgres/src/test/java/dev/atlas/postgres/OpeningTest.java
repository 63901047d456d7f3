package dev.atlas.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.contract.servers.PostgresServer;
import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageEngine;
import dev.atlas.domain.storage.StoreDescription;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private final PostgresServer server = PostgresServer.shared();
    private final String url = server.createDatabase();
    private final StorageEngine engine = new Backend();

    @AfterEach
    void drop() {
        server.dropDatabase(url);
    }

    @Test
    void theEngineIsFoundAsAService() {
        assertThat(ServiceLoader.load(StorageEngine.class))
                .anySatisfy(found -> assertThat(found).isInstanceOf(Backend.class));
        assertThatThrownBy(() -> engine.defaultUrl(Map.of())).hasMessageContaining("ATLAS_POSTGRES_URL");
    }

    @Test
    void aServerThatIsNotThere() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            refused("postgresql://ann:secret@127.0.0.1:" + silent.getLocalPort() + "/atlas", "cannot be reached");
        }
        refused("postgresql://ann:secret@127.0.0.1:1/atlas", "cannot be reached");
    }

    @Test
    void aDatabaseOrPasswordThatIsWrong() {
        refused(url + "_not", "has no database");
        refused(url.replaceFirst("//[^@]*@", "//nobody:secret@"), "refuses the user or the password");
        refused(url + "?nonsense=1", "no parameter \"nonsense\"");
        refused(url + "?sslmode=nonsense", "the parameters");
    }

    @Test
    void aDatabaseOfSomebodyElse() throws SQLException {
        execute("create table theirs (id int)");

        refused(url, "holds something that is not Atlas");

        execute("create table flyway_schema_history (installed_rank int, version text, success boolean)");
        execute("insert into flyway_schema_history values (1, '1', true)");
        refused(url, "holds something that is not Atlas");
    }

    @Test
    void aSchemaOfTheFuture() throws SQLException {
        engine.open(url, Map.of()).close();
        execute("insert into flyway_schema_history select 99, '99', description, type, script, checksum,"
                + " installed_by, installed_on, execution_time, success from flyway_schema_history limit 1");

        refused(url, "has schema 99, newer than");
    }

    @Test
    void nodesThatStartAtOnceMakeOneStore() throws Exception {
        List<CompletableFuture<Storage>> nodes = new ArrayList<>();
        Set<StoreDescription> stores = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                nodes.add(CompletableFuture.supplyAsync(
                        () -> engine.open(url, Map.of("ATLAS_POSTGRES_POOL", "2")), threads));
            }
            for (CompletableFuture<Storage> node : nodes) {
                try (Storage storage = node.get(60, TimeUnit.SECONDS)) {
                    stores.add(storage.describe());
                }
            }
        }
        assertThat(stores).hasSize(1);
    }

    private void refused(String at, String reason) {
        assertThatThrownBy(() -> engine.open(at, Map.of("ATLAS_POSTGRES_CONNECT_TIMEOUT", "1s")))
                .isInstanceOf(CannotOpen.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("ATLAS_POSTGRES_URL")
                .hasMessageNotContaining("secret");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = PostgresServer.connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
