package dev.atlas.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.contract.samples.IdentitySamples;
import dev.atlas.contract.samples.Samples;
import dev.atlas.domain.identity.Role;
import dev.atlas.domain.storage.Changes;
import dev.atlas.domain.storage.CommittedChanges;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Storage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only SQLite does to a feed: changes made by hand carry no mark of where their transaction ends. */
class StoreFeedTest {

    @TempDir
    private Path folder;

    private String url = "";
    private Storage storage;
    private Position start = new Position(0, 0);

    @BeforeEach
    void open() {
        url = "sqlite:" + folder.resolve("atlas.db");
        storage = new Backend().open(url, Map.of());
        start = storage.changes().position();
    }

    @AfterEach
    void close() {
        storage.close();
    }

    /** However small the batch: up to the end of the log, and together with what Atlas writes next. */
    @Test
    void a_transaction_made_by_hand_is_never_cut() throws SQLException {
        try (Connection connection = Harness.connect(url);
                Statement shell = connection.createStatement()) {
            shell.execute("begin");
            shell.execute("insert into roles (id, label, permissions, created_at, updated_at, version)"
                    + " values ('a', 'A', '[]', 0, 0, 0), ('b', 'B', '[]', 0, 0, 0), ('c', 'C', '[]', 0, 0, 0)");
            shell.execute("commit");
            assertThat(read()).hasSize(1).allMatch(each -> keys(each).equals(Set.of("a", "b", "c")));
            Role role = storage.write(each -> IdentitySamples.ROLES.add(new Samples(1), each))
                    .value();
            assertThat(read()).hasSize(1).allMatch(each -> keys(each).equals(Set.of("a", "b", "c", role.name())));
        }
    }

    /** A row that gets another key is gone under the former one. */
    @Test
    void a_changed_key_is_told_as_both() throws SQLException {
        try (Connection connection = Harness.connect(url);
                Statement shell = connection.createStatement()) {
            shell.execute("insert into roles (id, label, permissions, created_at, updated_at, version)"
                    + " values ('a', 'A', '[]', 0, 0, 0)");
            start = storage.changes().position();
            shell.execute("update roles set id = 'b'");
            assertThat(read()).hasSize(1).allMatch(each -> keys(each).equals(Set.of("a", "b")));
        }
    }

    /** SQLite calls no trigger for a row that gives way, though its own shell changed the table. */
    @Test
    void a_row_that_gives_way_to_another_is_told() throws SQLException {
        try (Connection connection = Harness.connect(url);
                Statement shell = connection.createStatement()) {
            addUser(shell, "insert", "aa", "ada");
            addUser(shell, "insert", "bb", "bob");
            start = storage.changes().position();
            addUser(shell, "insert or replace", "cc", "ada");
            assertThat(read()).hasSize(1).allMatch(each -> keys(each).equals(Set.of(id("aa"), id("cc"))));
            start = storage.changes().position();
            shell.execute("update or replace users set username = 'bob' where username = 'ada'");
            assertThat(read()).hasSize(1).allMatch(each -> keys(each).equals(Set.of(id("bb"), id("cc"))));
        }
    }

    private static void addUser(Statement shell, String verb, String id, String name) throws SQLException {
        shell.execute("%s into users (id, username, role, active, created_at, updated_at, version)".formatted(verb)
                + " values (x'%s', '%s', 'viewer', 1, 0, 0, 0)".formatted(id.repeat(16), name));
    }

    private static UUID id(String id) {
        return SqliteConnection.id(HexFormat.of().parseHex(id.repeat(16)));
    }

    private List<CommittedChanges> read() {
        return ((Changes.Batch) storage.changes().read(start, 1, Duration.ZERO)).transactions();
    }

    private static Set<Object> keys(CommittedChanges changes) {
        return Set.copyOf(changes.touched().values().stream()
                .flatMap(Set::stream)
                .map(RecordKey::raw)
                .toList());
    }
}
