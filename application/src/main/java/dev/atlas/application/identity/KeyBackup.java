package dev.atlas.application.identity;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.domain.identity.EncryptionKey;
import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys that go with a store, in the folder of its backup. */
public record KeyBackup(Path folder) {

    private static final String FILE = "secret.key";

    /**
     * Writes the keys of this node to a file that its owner alone can read, if the store holds anything encrypted.
     *
     * @throws CannotOpen if the store is encrypted with a key that is not here: then nothing is written, and none is made
     */
    public void write(Storage storage, Map<String, String> environment) throws IOException {
        List<EncryptionKey> known = storage.read(from -> from.encryptionKeys().all());
        if (known.isEmpty()) {
            return;
        }
        String keys = present(environment);
        Vault.requireEvery(known, keys.isEmpty() ? Set.of() : ids("the keys of this node", keys));
        new KeyFile(file()).make(keys);
    }

    /**
     * Makes sure that {@link #restore} would neither lose a key nor overwrite one.
     *
     * @throws WrongState {@code backup.other_keys} if this node has keys already, and not those of the backup
     */
    public void requireRestorable(Map<String, String> environment) throws IOException {
        String here = present(environment);
        if (!Files.exists(file()) || here.isEmpty()) {
            return;
        }
        if (!ids("the keys of this node", here).containsAll(ids(file().toString(), read()))) {
            String place = Keyring.inSetting(environment)
                    ? Keyring.SETTING + " lacks keys of the backup: add those in " + file() + " to it."
                    : KeyFile.of(environment) + " holds other keys than the backup: move it away, or set ATLAS_DATA to"
                            + " another folder.";
            throw new WrongState("backup.other_keys", place);
        }
    }

    /** Puts the keys where this node looks for them, unless it has them. */
    public void restore(Map<String, String> environment) throws IOException {
        if (Files.exists(file()) && present(environment).isEmpty()) {
            KeyFile.of(environment).make(read());
        }
    }

    /** The keys this node has, or nothing. */
    private static String present(Map<String, String> environment) {
        if (Keyring.inSetting(environment)) {
            return environment.getOrDefault(Keyring.SETTING, "").strip();
        }
        KeyFile file = KeyFile.of(environment);
        return file.exists() ? file.readOrMake() : "";
    }

    private static Set<String> ids(String source, String keys) {
        return Keyring.read(source, keys).ids();
    }

    private String read() throws IOException {
        return Files.readString(file()).strip();
    }

    private Path file() {
        return folder.resolve(FILE);
    }
}
