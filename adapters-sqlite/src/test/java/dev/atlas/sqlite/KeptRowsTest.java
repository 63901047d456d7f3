package dev.atlas.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.contract.samples.IdentitySamples;
import dev.atlas.contract.samples.Samples;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Storage;
import dev.atlas.persistence.Table;
import dev.atlas.persistence.identity.RoleRow;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that a reader keeps never hide a change, whoever made it. */
class KeptRowsTest {

    private static final Table<RoleRow> ROLES = Table.of(RoleRow.class);
    private static final Instant NOW = Instant.EPOCH;

    @TempDir
    private Path folder;

    private String url = "";
    private Storage storage;
    private Storage other;
    private Id<User> user;

    @BeforeEach
    void open() {
        url = "sqlite:" + folder.resolve("atlas.db");
        storage = new Backend().open(url, Map.of("ATLAS_SQLITE_READERS", "1"));
        other = new Backend().open(url, Map.of());
        user = storage.write(each -> IdentitySamples.USERS.add(new Samples(1), each))
                .value()
                .id();
        assertThat(name(storage)).isNotEqualTo("by hand");
    }

    @AfterEach
    void close() {
        other.close();
        storage.close();
    }

    @Test
    void what_another_store_on_the_file_writes_is_seen_at_once() {
        for (int round = 0; round < 200; round++) {
            String name = "name " + round;
            Storage writer = round % 3 == 0 ? storage : other;
            writer.write(each ->
                    each.users().replace(each.users().find(user).orElseThrow().withProfile(name, null, NOW)));
            assertThat(name(storage)).isEqualTo(name);
            assertThat(name(other)).isEqualTo(name);
        }
        other.write(each -> each.users().remove(user));
        boolean there = storage.read(each -> each.users().find(user).isPresent());
        assertThat(there).isFalse();
    }

    /** The first is what people do, in the second the log does not tell of it any more, in the third it tells too much. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1",
                "delete from change_log",
                "with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000)"
                        + " insert into change_log (kind, key) select 'roles', i from n"
            })
    void what_is_changed_by_hand_is_seen_at_once(String besides) throws SQLException {
        try (Connection connection = Harness.connect(url);
                Statement shell = connection.createStatement()) {
            shell.execute("begin");
            shell.execute("update users set display_name = 'by hand'");
            shell.execute(besides);
            shell.execute("commit");
        }
        assertThat(name(storage)).isEqualTo("by hand");
    }

    /** As the shell's restore does it: the log is an earlier one, and has come as far as the one before when it is read again. */
    @Test
    void a_file_that_was_set_back_is_seen_as_it_is() throws SQLException {
        Path copy = folder.resolve("copy.db");
        try (Connection connection = Harness.connect(url);
                Statement shell = connection.createStatement()) {
            shell.execute("vacuum into '" + copy + "'");
            shell.execute("update users set display_name = 'lost'");
            assertThat(name(storage)).isEqualTo("lost");
            shell.executeUpdate("restore from " + copy);
            shell.execute("insert into roles (id, label, permissions, created_at, updated_at, version)"
                    + " values ('a', 'A', '[]', 0, 0, 0)");
        }
        assertThat(name(storage)).isNotEqualTo("lost");
    }

    @Test
    void the_rows_used_least_recently_make_room() {
        KeptRows kept = new KeptRows(100_000);
        for (int i = 0; i < 1000; i++) {
            keep(kept, role("role" + i, "label"));
            assertThat(kept.find(ROLES, "role0")).isNotNull();
        }
        assertThat(kept.find(ROLES, "role1")).isNull();
        assertThat(kept.find(ROLES, "role999")).isNotNull();
    }

    @Test
    void a_row_that_is_much_larger_than_others_is_not_kept() {
        KeptRows kept = new KeptRows(100_000);
        keep(kept, role("large", "x".repeat(10_000)));
        assertThat(kept.find(ROLES, "large")).isNull();
    }

    private static void keep(KeptRows kept, RoleRow role) {
        kept.keep(ROLES, role, role);
    }

    private String name(Storage from) {
        return from.read(
                each -> String.valueOf(each.users().find(user).orElseThrow().displayName()));
    }

    private static RoleRow role(String name, String label) {
        return new RoleRow(name, label, null, List.of(), NOW, NOW, 0);
    }
}
