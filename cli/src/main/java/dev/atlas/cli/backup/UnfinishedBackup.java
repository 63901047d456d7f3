package dev.atlas.cli.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder a backup is written to before it has its name. Half a backup holds whole keys, so it goes away with this, and
 * also where the command is told to end in the middle (Ctrl-C, SIGTERM).
 */
final class UnfinishedBackup implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UnfinishedBackup.class);

    /** How long a command that is told to end waits for the writing that goes on meanwhile, in seconds. */
    private static final long PATIENCE = 5;

    private final Path folder;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread whenToldToEnd = new Thread(this::abandon);
    private boolean abandoned;

    private UnfinishedBackup(Path folder) {
        this.folder = folder;
    }

    /** Makes a folder in {@code parent} that its owner alone can look into. */
    static UnfinishedBackup in(Path parent) throws IOException {
        UnfinishedBackup made = new UnfinishedBackup(parent.resolve(".atlas-backup-" + UUID.randomUUID()));
        Runtime.getRuntime().addShutdownHook(made.whenToldToEnd);
        try {
            Files.createDirectory(
                    made.folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return made;
        } catch (IOException e) {
            made.close(); // the end of the command would wait for it
            throw e;
        }
    }

    Path folder() {
        return folder;
    }

    /** Gives the whole backup, this folder or a file in it, its name. */
    synchronized void name(Path whole, Path name) throws IOException {
        if (abandoned) {
            throw new FileSystemException(name.toString(), null, "the command was told to end");
        }
        Files.move(whole, name, StandardCopyOption.ATOMIC_MOVE);
    }

    private synchronized void refuseName() {
        abandoned = true;
    }

    /** Removes the folder, unless it has been given its name. */
    @Override
    public void close() throws IOException {
        try {
            remove();
        } finally {
            closed.countDown();
            forget();
        }
    }

    /** The writing goes on in its own thread until it misses what is removed here, and may make the folder anew until then. */
    private void abandon() {
        refuseName();
        try {
            remove();
            if (!closed.await(PATIENCE, TimeUnit.SECONDS)) {
                remove();
            }
        } catch (IOException e) {
            LOG.warn("The unfinished backup {} could not be removed: remove it, it holds keys", folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(whenToldToEnd);
        } catch (IllegalStateException e) {
            LOG.debug("The command is being told to end, and the hook does its work already");
        }
    }

    /** Two threads may do this at once, and another one may write meanwhile. */
    private void remove() throws IOException {
        while (Files.exists(folder)) {
            try (Stream<Path> inside = Files.walk(folder)) {
                List<Path> found = inside.toList();
                for (Path each : found.reversed()) {
                    Files.deleteIfExists(each);
                }
            } catch (DirectoryNotEmptyException | NoSuchFileException e) {
                LOG.debug("The unfinished backup changed while it was removed, so it is looked at again");
            } catch (UncheckedIOException e) {
                if (!(e.getCause() instanceof NoSuchFileException)) {
                    throw e.getCause();
                }
            }
        }
    }
}
