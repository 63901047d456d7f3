package dev.atlas.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atlas.domain.identity.Role;
import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.DamagedRecord;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class StoreFileTest {

    @TempDir
    private Path folder;

    private Storage open(Path file) {
        return new Backend().open("sqlite:" + file, Map.of());
    }

    private static void execute(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_file_of_somebody_else_stays_as_it_is() throws Exception {
        Path foreign = folder.resolve("foreign.db");
        execute(foreign, "create table theirs (id integer)");
        byte[] before = Files.readAllBytes(foreign);
        assertThatThrownBy(() -> open(foreign)).isInstanceOf(CannotOpen.class);
        assertThat(foreign).hasBinaryContent(before);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(foreign);
        }
    }

    @Test
    void only_its_owner_can_read_a_new_file_and_those_beside_it() throws IOException {
        try (Storage storage = open(folder.resolve("atlas.db"));
                Stream<Path> files = Files.list(folder)) {
            assertThat(storage.position()).isNotNull();
            for (Path file : files.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isEqualTo("rw-------");
            }
        }
    }

    /** Root may write everywhere, so SQLite is not asked here but answers as it does on a read-only file system. */
    @Test
    void a_file_that_can_only_be_read_is_told_from_a_place_that_is_wrong() throws IOException {
        Path file = Files.createFile(folder.resolve("atlas.db"));
        for (SQLiteErrorCode code : List.of(
                SQLiteErrorCode.SQLITE_READONLY,
                SQLiteErrorCode.SQLITE_READONLY_CANTINIT,
                SQLiteErrorCode.SQLITE_READONLY_DIRECTORY,
                SQLiteErrorCode.SQLITE_CANTOPEN)) {
            assertThat(Backend.cannotOpen(file, new SQLiteException("", code)))
                    .hasMessageContaining(file + " can only be read")
                    .hasMessageContaining("copy it")
                    .hasMessageContaining("ATLAS_SQLITE_URL");
        }
        assertThat(Backend.cannotOpen(folder, new SQLiteException("", SQLiteErrorCode.SQLITE_CANTOPEN)))
                .hasMessageContaining("for writing");
    }

    /** SQLite would go on with the file that it has opened, where nobody finds again what is written. */
    @Test
    void a_file_that_is_replaced_under_an_open_store_takes_no_writes_and_answers_no_reads_until_it_is_back()
            throws IOException {
        Path file = folder.resolve("atlas.db");
        Path aside = folder.resolve("aside.db");
        try (Storage storage = open(file)) {
            add(storage, "before");
            Files.move(file, aside);
            refusesWrites(storage, "removed");
            Files.copy(aside, file);
            refusesWrites(storage, "replaced");
            assertThatThrownBy(() -> holds(storage, "before")).isInstanceOf(Unavailable.class);
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
            add(storage, "after");
            assertThat(holds(storage, "removed")).isFalse();
            assertThat(holds(storage, "replaced")).isFalse();
            assertThat(holds(storage, "after")).isTrue();
        }
    }

    private static void refusesWrites(Storage storage, String role) {
        assertThatThrownBy(() -> add(storage, role))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("moved, removed or replaced");
    }

    private static void add(Storage storage, String role) {
        storage.write(to -> to.roles().add(new Role(role, "", null, Set.of(), Instant.EPOCH, Instant.EPOCH, 0)));
    }

    private static boolean holds(Storage storage, String role) {
        return storage.read(from -> from.roles().find(role).isPresent());
    }

    @Test
    void a_damaged_record_is_named() throws SQLException {
        Path file = folder.resolve("atlas.db");
        try (Storage storage = open(file)) {
            execute(file, "insert into roles values ('torn', 'Torn', null, '[\"', 0, 0, 0)");
            assertThatThrownBy(() -> storage.read(from -> from.roles().find("torn")))
                    .isInstanceOf(DamagedRecord.class)
                    .hasMessage("The record torn of roles is damaged: its permissions cannot be read.");
        }
    }
}
