package dev.atlas.sqlite;

import dev.atlas.domain.storage.StorageException.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of an open store, which somebody may move away, remove or replace by another one. SQLite would go on with what
 * it has opened, and nobody would find again what is written there. For any number of threads.
 */
final class StoreFile {

    private static final Logger LOG = LoggerFactory.getLogger(StoreFile.class);
    private static final long INTERVAL = Duration.ofMillis(100).toNanos();

    private final Path path;
    private final @Nullable Object opened;
    private volatile long lookedAt = System.nanoTime();
    private volatile boolean present = true;

    /** The file that is at {@code path} now. */
    StoreFile(Path path) throws IOException {
        this.path = path;
        this.opened = identity(path);
    }

    Path path() {
        return path;
    }

    /** Looks. Throws {@link Unavailable} unless the file that was opened is still in its place. */
    void requirePresent() {
        require(look());
    }

    /** The same for those who ask all the time: it looks ten times a second. */
    void requirePresentLately() {
        require(System.nanoTime() - lookedAt >= INTERVAL ? look() : present);
    }

    private synchronized boolean look() {
        boolean found = isPresent();
        lookedAt = System.nanoTime();
        if (found != present) {
            present = found;
            if (found) {
                LOG.info("The SQLite file {} is in its place again", path);
            } else {
                LOG.error(
                        "The SQLite file {} was moved, removed or replaced while it is open, so nothing is read or written:"
                                + " put it back together with its -wal file, or start Atlas anew to go on with what is there now",
                        path);
            }
        }
        return found;
    }

    private static void require(boolean found) {
        if (!found) {
            throw new Unavailable("the SQLite file was moved, removed or replaced while it is open", null);
        }
    }

    private boolean isPresent() {
        try {
            return Objects.equals(opened, identity(path));
        } catch (IOException e) {
            return false; // it is not there, or nobody can say that it is
        }
    }

    /** The inode; null on a system that has none, where an open file cannot be replaced. */
    private static @Nullable Object identity(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }
}
