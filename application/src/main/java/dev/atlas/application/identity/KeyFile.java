package dev.atlas.application.identity;

import dev.atlas.domain.storage.CannotOpen;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where the keys are of a node that was given none: a file that its owner alone can read. */
record KeyFile(Path path) {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    static KeyFile of(Map<String, String> environment) {
        return new KeyFile(Path.of(environment.getOrDefault("ATLAS_DATA", "data"), "secret.key"));
    }

    /** What it holds, in the form of the setting; makes it with one new key if it is not there. */
    String readOrMake() {
        try {
            if (!Files.exists(path)) {
                make(Keyring.newKey());
            }
            requireOwnerOnly();
            return Files.readString(path).strip();
        } catch (IOException e) {
            throw new CannotOpen(
                    "The key file " + path
                            + " cannot be read or made: set ATLAS_DATA to a folder that can be written to, or "
                            + Keyring.SETTING + " to a key.",
                    e);
        }
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** Links a finished file into place, so that of several processes one wins and nobody reads half a key. */
    void make(String keys) throws IOException {
        Path fresh = write(keys);
        try {
            Files.createLink(path, fresh);
        } catch (FileAlreadyExistsException e) {
            // another process was faster: its key is the one
        } finally {
            Files.delete(fresh);
        }
    }

    /** Puts these keys in the place of those it holds. */
    void replace(String keys) throws IOException {
        Files.move(write(keys), path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A finished file beside the one to be. */
    private Path write(String keys) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null) {
            throw new NoSuchFileException(path.toString());
        }
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "secret", ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.writeString(fresh, keys + System.lineSeparator());
        return fresh;
    }

    private void requireOwnerOnly() throws IOException {
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(path))) {
            throw new CannotOpen(
                    "The key file " + path + " can be read by others: take their rights away with chmod 600.");
        }
    }

    @Override
    public String toString() {
        return "The key file " + path;
    }
}
