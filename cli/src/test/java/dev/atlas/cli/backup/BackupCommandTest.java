package dev.atlas.cli.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.cli.CommandRun;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.TestStore;
import dev.atlas.domain.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A backup holds store and keys, and both come back together. */
class BackupCommandTest {

    @TempDir
    private Path folder;

    private TestStore store = new TestStore(Path.of(""));
    private TestStore other = new TestStore(Path.of(""));

    @BeforeEach
    void make() throws Exception {
        store = new TestStore(Files.createDirectory(folder.resolve("one")));
        other = new TestStore(Files.createDirectory(folder.resolve("two")));
        store.make();
    }

    private CommandRun backup(String to) {
        return CommandRun.of(
                store.settings(Map.of()), "backup", "--to", folder.resolve(to).toString());
    }

    private CommandRun restore(String from) {
        return CommandRun.of(
                other.settings(Map.of()), "restore", folder.resolve(from).toString());
    }

    private String sqlite(TestStore of) {
        return "sqlite:" + of.folder().resolve("data").resolve("atlas.db");
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup", "backup.zip"})
    void it_comes_back_with_its_keys(String name) throws IOException {
        CommandRun backup = backup(name);
        assertThat(backup.code()).as(backup.err()).isEqualTo(ExitCode.TRUE);
        assertOwnerOnly(folder.resolve(name));
        CommandRun restore = restore(name);
        assertThat(restore.code()).as(restore.err()).isEqualTo(ExitCode.TRUE);
        assertThat(other.keyFile()).hasSameTextualContentAs(store.keyFile());
        assertOwnerOnly(other.keyFile());
        assertThat(differing()).as("of what each alone has done").containsExactly("audit_entries 2");
        assertThat(other.signsIn("admin", TestStore.PASSWORD)).isTrue();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("one", "two", name);
        }
    }

    /** The kinds in which the stores differ, with the number of records. */
    private List<String> differing() {
        CommandRun verify =
                CommandRun.of(Map.of(), "storage", "verify", "--json", "--from", sqlite(store), "--to", sqlite(other));
        Json.Obj report = (Json.Obj) Json.parse("report", verify.out());
        return ((Json.Arr) Objects.requireNonNull(report.members().get("kinds")))
                .items().stream()
                        .map(kind -> ((Json.Obj) kind).members())
                        .filter(kind -> !Json.Num.of(0).equals(kind.get("differences")))
                        .map(kind -> ((Json.Str) Objects.requireNonNull(kind.get("kind"))).value() + " "
                                + Objects.requireNonNull(kind.get("differences"))
                                        .text())
                        .toList();
    }

    private static void assertOwnerOnly(Path path) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .endsWith("------");
    }

    @Test
    void nothing_is_overwritten() throws Exception {
        Path mine = Files.writeString(folder.resolve("backup.zip"), "mine");
        assertThat(backup("backup.zip").code()).isEqualTo(ExitCode.REFUSED);
        assertThat(mine).hasContent("mine");
        assertThat(restore("backup.zip").code()).isEqualTo(ExitCode.USAGE);
        assertThat(backup("backup").code()).isEqualTo(ExitCode.TRUE);
        assertThat(backup("backup").code()).isEqualTo(ExitCode.REFUSED);
        other.make();
        String key = Files.readString(other.keyFile());
        CommandRun keys = restore("backup");
        assertThat(keys.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(keys.err()).contains("other keys", "ATLAS_DATA");
        CommandRun records = CommandRun.of(
                other.settings(Map.of(
                        "ATLAS_SECRET_KEY", Files.readString(store.keyFile()).strip())),
                "restore",
                folder.resolve("backup").toString());
        assertThat(records.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(records.err()).contains("name an empty target");
        assertThat(Files.readString(other.keyFile())).isEqualTo(key);
    }

    @Test
    void what_is_no_backup_makes_no_store() {
        CommandRun missing = restore("missing");
        assertThat(missing.code()).isEqualTo(ExitCode.USAGE);
        assertThat(missing.err()).contains("no backup");
        CommandRun none = restore("one");
        assertThat(none.code()).isEqualTo(ExitCode.USAGE);
        assertThat(none.err()).contains("no backup at " + folder.resolve("one"));
        assertThat(other.folder()).isEmptyDirectory();
    }

    /** Even root may make nothing in /proc. */
    @Test
    void a_place_that_cannot_be_written_is_named_as_it_was_given() {
        CommandRun backup = backup("/proc/backup.zip");
        assertThat(backup.code()).isEqualTo(ExitCode.USAGE);
        assertThat(backup.err()).contains("--to: ", " /proc/backup.zip: ").doesNotContain(".atlas-backup-");
    }

    @Test
    void a_store_without_its_key_is_not_backed_up() throws IOException {
        Files.delete(store.keyFile());
        CommandRun backup = backup("backup");
        assertThat(backup.code()).isEqualTo(ExitCode.USAGE);
        assertThat(backup.err()).contains("a key that is not here");
        assertThat(folder.resolve("backup")).doesNotExist();
        assertThat(store.keyFile()).doesNotExist();
    }
}
