package dev.atlas.sqlite.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

class OwnFolderTest {

    @Test
    void whatADeadProcessHasLeftGoesWithTheNextAndNothingElse() throws Exception {
        OwnFolder dead = OwnFolder.make();
        Files.writeString(dead.path().resolve("source.db"), "secret");
        dead.lock().close(); // as the end of its process does
        try (OwnFolder alive = OwnFolder.make();
                OwnFolder next = OwnFolder.make()) {
            assertThat(dead.path()).doesNotExist();
            assertThat(alive.path()).exists();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(next.path())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void nothingIsLeftOfAFolderThatIsClosed() throws Exception {
        OwnFolder folder = OwnFolder.make();
        Files.writeString(folder.path().resolve("source.db"), "secret");
        folder.close();
        assertThat(folder.path()).doesNotExist();
    }
}
