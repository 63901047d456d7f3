package dev.atlas.cli.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.cli.CommandRun;
import dev.atlas.cli.ExitCode;
import dev.atlas.cli.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotateCommandTest {

    private static final String OTHER = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @TempDir
    private Path folder;

    private TestStore store = new TestStore(Path.of(""));

    @BeforeEach
    void make() throws Exception {
        store = new TestStore(folder);
        store.make();
    }

    @Test
    void a_key_file_gets_a_new_key_and_keeps_the_old_one() throws IOException {
        String before = Files.readString(store.keyFile()).strip();
        CommandRun rotate = CommandRun.of(store.settings(Map.of()), "secrets", "rotate");
        assertThat(rotate.code()).as(rotate.err()).isEqualTo(ExitCode.TRUE);
        assertThat(rotate.out()).contains("Encrypted 1 values anew");
        assertThat(rotate.err()).contains("Restart");
        String after = Files.readString(store.keyFile()).strip();
        assertThat(after).endsWith("," + before).doesNotStartWith(before);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store.keyFile())))
                .isEqualTo("rw-------");
        Files.writeString(store.keyFile(), after.substring(0, after.indexOf(',')));
        assertThat(store.signsIn("admin", TestStore.PASSWORD)).isTrue();
        assertThat(store.audited()).contains("secrets.rotated by command line");
    }

    @Test
    void the_setting_is_rotated_by_its_owner() throws IOException {
        String old = Files.readString(store.keyFile()).strip();
        Map<String, String> both = store.settings(Map.of("ATLAS_SECRET_KEY", OTHER + "," + old));
        CommandRun rotate = CommandRun.of(both, "secrets", "rotate", "--json");
        assertThat(rotate.code()).isEqualTo(ExitCode.TRUE);
        assertThat(rotate.out()).contains("\"encrypted\":1");
        assertThat(rotate.err())
                .contains("can be taken out of ATLAS_SECRET_KEY")
                .doesNotContain(old, OTHER);
        CommandRun again = CommandRun.of(both, "secrets", "rotate");
        assertThat(again.code()).isEqualTo(ExitCode.TRUE);
        assertThat(again.err()).contains("put a new one before it");
        assertThat(Files.readString(store.keyFile()).strip()).isEqualTo(old);
    }

    @Test
    void without_the_key_nothing_is_changed() throws IOException {
        CommandRun rotate = CommandRun.of(store.settings(Map.of("ATLAS_SECRET_KEY", OTHER)), "secrets", "rotate");
        assertThat(rotate.code()).isEqualTo(ExitCode.USAGE);
        assertThat(rotate.err()).contains("a key that is not here", "ATLAS_SECRET_KEY");
        assertThat(store.signsIn("admin", TestStore.PASSWORD)).isTrue();
    }

    @Test
    void a_key_file_that_is_away_is_not_replaced_by_another() throws IOException {
        Files.delete(store.keyFile());
        CommandRun rotate = CommandRun.of(store.settings(Map.of()), "secrets", "rotate");
        assertThat(rotate.code()).isEqualTo(ExitCode.USAGE);
        assertThat(rotate.err()).contains("a key that is not here", "key file");
        assertThat(store.keyFile()).doesNotExist();
    }
}
