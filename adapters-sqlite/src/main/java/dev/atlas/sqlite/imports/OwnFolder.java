package dev.atlas.sqlite.imports;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A temporary folder only we can enter, which is locked as long as its process lives: what a process that was killed has left goes when
 * the next folder is made, as there may be secrets in it.
 */
record OwnFolder(Path path, FileChannel lock) implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OwnFolder.class);
    private static final String PREFIX = "atlas-import-";
    private static final String LOCK = ".lock";

    static OwnFolder make() throws IOException {
        Path path = Files.createTempDirectory(PREFIX);
        FileChannel lock =
                FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
        removeLeft(path.resolveSibling(""));
        return new OwnFolder(path, lock);
    }

    private static void removeLeft(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                removeIfLeft(folder);
            }
        }
    }

    /** A folder without its lock is being made, or somebody else's. */
    private static void removeIfLeft(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock taken = channel.tryLock()) {
            if (taken != null) {
                remove(folder);
            }
        } catch (OverlappingFileLockException | NoSuchFileException e) {
            // in use by another thread of ours, or gone
        } catch (IOException e) {
            LOG.debug("{} is left as it is", folder, e);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> parts = Files.list(folder)) {
            for (Path part : parts.toList()) {
                Files.delete(part);
            }
        }
        Files.delete(folder);
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            remove(path);
        }
    }
}
