package dev.atlas.contract.servers;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** The servers and what may be done to them. */
@Timeout(180)
class ServersTest {
    private static final String ENGINES = "atlas.test.engines";

    /** PostgreSQL, shared and private. */
    @Nested
    @DisabledIfSystemProperty(named = ENGINES, matches = "(?!.*postgres).*", disabledReason = "not asked for")
    class Postgres {
        private static final String BOUNDS = "?prepareThreshold=0&socketTimeout=1&connectTimeout=5&loginTimeout=5";

        @Test
        void databases_are_empty_and_apart() throws SQLException {
            PostgresServer server = PostgresServer.shared();
            String one = server.createDatabase();
            String other = server.createDatabase();
            insert(one, "first");
            assertThat(tables(one)).isEqualTo(1);
            assertThat(tables(other)).isZero();
            server.dropDatabase(one);
            server.dropDatabase(other);
            assertThatThrownBy(() -> tables(one)).isInstanceOf(SQLException.class);
            assertThatIllegalArgumentException().isThrownBy(() -> server.dropDatabase(one));
        }

        @Test
        void the_shared_server_is_not_disturbed() throws SQLException {
            PostgresServer server = PostgresServer.shared();
            assertThatThrownBy(server::kill).isInstanceOf(UnsupportedOperationException.class);
            server.close();
            assertThat(tables(server.url())).isZero();
            assertThat(PostgresServer.shared()).isSameAs(server);
        }

        @Test
        void a_database_with_open_connections_is_dropped() throws SQLException {
            PostgresServer server = PostgresServer.shared();
            String url = server.createDatabase();
            try (Connection connection = PostgresServer.connect(url)) {
                server.dropDatabase(url);
                assertThat(connection.isValid(5)).isFalse();
            }
        }

        @Test
        void a_lost_answer_to_a_commit_hides_a_commit() throws SQLException {
            PostgresServer server = PostgresServer.shared();
            String url = server.createDatabase();
            insert(url, "first");
            try (Proxy proxy = Proxy.before(url);
                    Connection connection = PostgresServer.connect(proxy.urlFor(url) + BOUNDS);
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("insert into notes values ('warm-up')");
                connection.commit();
                proxy.swallowAnswersAfter(Proxy.requestContaining("COMMIT"));
                statement.execute("insert into notes values ('second')");
                assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
                assertThat(proxy.swallowed()).isEqualTo(1);
                assertThat(count(url)).isEqualTo(3);
            }
            server.dropDatabase(url);
        }

        @Test
        void a_private_server_is_frozen_killed_and_restarted() throws SQLException {
            try (PostgresServer server = PostgresServer.startPrivate()) {
                String url = server.createDatabase();
                insert(url, "committed");
                try (Connection connection = PostgresServer.connect(url + BOUNDS);
                        Statement statement = connection.createStatement()) {
                    connection.setAutoCommit(false);
                    statement.execute("insert into notes values ('never committed')");
                    server.kill();
                    assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
                }
                assertThatThrownBy(() -> count(url)).isInstanceOf(SQLException.class);
                server.restart();
                assertThat(count(url)).isEqualTo(1);

                server.pause();
                assertThatThrownBy(() -> count(url + BOUNDS)).isInstanceOf(SQLException.class);
                server.resume();
                assertThat(count(url + BOUNDS)).isEqualTo(1);
            }
        }

        @Test
        void a_given_server_is_used_and_left_clean() throws SQLException {
            try (PostgresServer owner = PostgresServer.startPrivate()) {
                PostgresServer given = PostgresServer.open(Map.of(PostgresServer.URL_VARIABLE, owner.url()));
                String url = given.createDatabase();
                insert(url, "first");
                assertThatIllegalArgumentException().isThrownBy(() -> given.dropDatabase(owner.url()));
                given.remove();
                assertThatThrownBy(() -> count(url)).isInstanceOf(SQLException.class);
                assertThat(tables(owner.url())).isZero();
            }
        }

        @Test
        void a_given_server_that_is_away_is_a_failure() {
            String nowhere = "postgresql://u:p@127.0.0.1:" + FreePort.find() + "/db?connectTimeout=1";
            assertThatThrownBy(() -> PostgresServer.open(Map.of(PostgresServer.URL_VARIABLE, nowhere)))
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining(PostgresServer.URL_VARIABLE)
                    .hasMessageContaining("refused");
        }

        private void insert(String url, String text) throws SQLException {
            try (Connection connection = PostgresServer.connect(url);
                    Statement statement = connection.createStatement()) {
                statement.execute("create table notes (text text)");
                statement.execute("insert into notes values ('" + text + "')");
            }
        }

        private long tables(String url) throws SQLException {
            return number(url, "select count(*) from pg_tables where schemaname = 'public'");
        }

        private long count(String url) throws SQLException {
            return number(url, "select count(*) from notes");
        }

        private long number(String url, String sql) throws SQLException {
            try (Connection connection = PostgresServer.connect(url);
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    /** MongoDB or what stands in for it, shared and private. */
    @Nested
    @DisabledIfSystemProperty(named = ENGINES, matches = "(?!.*mongo).*", disabledReason = "not asked for")
    class Mongo {
        private static final String BOUNDS =
                "&serverSelectionTimeoutMS=1000&connectTimeoutMS=1000&socketTimeoutMS=1000&w=majority";

        @Test
        void databases_are_empty_and_apart() {
            MongoServer server = MongoServer.shared();
            String one = server.createDatabase();
            String other = server.createDatabase();
            insert(one, "first");
            assertThat(count(one)).isEqualTo(1);
            assertThat(count(other)).isZero();
            server.dropDatabase(one);
            assertThat(count(one)).isZero();
            assertThatIllegalArgumentException().isThrownBy(() -> server.dropDatabase(one));
            server.dropDatabase(other);
        }

        @Test
        void the_shared_server_is_not_disturbed() {
            MongoServer server = MongoServer.shared();
            assertThatThrownBy(server::pause).isInstanceOf(UnsupportedOperationException.class);
            server.close();
            assertThat(count(server.url())).isZero();
            assertThat(MongoServer.shared()).isSameAs(server);
        }

        @Test
        void a_lost_answer_to_a_commit_hides_a_commit() {
            MongoServer server = MongoServer.shared();
            String url = server.createDatabase();
            insert(url, "first");
            try (Proxy proxy = Proxy.before(url);
                    MongoClient client = MongoClients.create(proxy.urlFor(url) + BOUNDS);
                    ClientSession session = client.startSession()) {
                session.startTransaction();
                notes(client, url).insertOne(session, new Document("text", "second"));
                proxy.swallowAnswersAfter(Proxy.requestContaining("commitTransaction"));
                assertThatThrownBy(session::commitTransaction)
                        .isInstanceOfSatisfying(MongoException.class, failure -> assertThat(
                                        failure.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL))
                                .isTrue());
                assertThat(proxy.swallowed()).isPositive();
                assertThat(count(url)).isEqualTo(2);
            }
            server.dropDatabase(url);
        }

        @Test
        void a_private_server_is_frozen_killed_and_restarted() {
            try (MongoServer server = MongoServer.startPrivate()) {
                String url = server.createDatabase();
                insert(url, "committed");
                try (MongoClient client = MongoClients.create(url + BOUNDS);
                        ClientSession session = client.startSession()) {
                    session.startTransaction();
                    notes(client, url).insertOne(session, new Document("text", "never committed"));
                    server.kill();
                    assertThatThrownBy(session::commitTransaction).isInstanceOf(MongoException.class);
                }
                assertThatThrownBy(() -> count(url)).isInstanceOf(MongoException.class);
                server.restart();
                assertThat(count(url)).isEqualTo(1);

                server.pause();
                assertThatThrownBy(() -> count(url)).isInstanceOf(MongoException.class);
                server.resume();
                assertThat(count(url)).isEqualTo(1);
            }
        }

        @Test
        void a_given_server_is_used_and_left_clean() {
            MongoServer owner = MongoServer.shared();
            MongoServer given = MongoServer.open(Map.of(MongoServer.URL_VARIABLE, owner.url()));
            assertThat(given.flavour()).isEqualTo(owner.flavour());
            String url = given.createDatabase();
            insert(url, "first");
            given.remove();
            assertThat(count(url)).isZero();
        }

        private void insert(String url, String text) {
            try (MongoClient client = MongoClients.create(url + BOUNDS)) {
                notes(client, url).withWriteConcern(WriteConcern.MAJORITY).insertOne(new Document("text", text));
                assertThat(notes(client, url).countDocuments(eq("text", text))).isEqualTo(1);
            }
        }

        private long count(String url) {
            try (MongoClient client = MongoClients.create(url + BOUNDS)) {
                return notes(client, url).countDocuments();
            }
        }

        private MongoCollection<Document> notes(MongoClient client, String url) {
            return client.getDatabase(ServerUrl.parse(url).database()).getCollection("notes");
        }
    }
}
