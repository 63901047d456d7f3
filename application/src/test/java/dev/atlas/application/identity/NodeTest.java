package dev.atlas.application.identity;

import dev.atlas.domain.storage.Storage;
import dev.atlas.sqlite.Backend;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of identity on a real store, with one node that is ready to serve. */
abstract class NodeTest {

    Path folder;
    Storage storage;
    Keyring keyring;
    Node node;

    @BeforeEach
    final void open(@TempDir Path temporary) {
        folder = temporary;
        storage = new Backend().open("sqlite:" + folder.resolve("atlas.db"), Map.of());
        keyring = Keyring.of(Map.of("ATLAS_DATA", folder.toString()));
        node = Node.ready(storage, keyring);
    }

    @AfterEach
    final void close() {
        storage.close();
    }
}
