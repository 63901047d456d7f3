package dev.atlas.cli.backup;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.domain.storage.CannotOpen;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a backup is or is to be: a folder, or one file, a ZIP archive of the same, if its name ends with {@code .zip}. */
record BackupPlace(Path path) {

    private static final Logger LOG = LoggerFactory.getLogger(BackupPlace.class);
    private static final String ARCHIVE = ".zip";

    /** Something done with the folder of a backup. */
    interface Work<R> {
        R with(Path folder) throws IOException;
    }

    /**
     * Lets {@code work} fill a folder that its owner alone can look into, and then gives it this name, as a whole or not
     * at all.
     *
     * @throws WrongState {@code backup.taken} if something is here already
     */
    <R> R fill(Work<R> work) throws IOException {
        requireFree();
        Path parent = path.toAbsolutePath().getParent();
        Files.createDirectories(parent == null ? path : parent);
        Path folder = Files.createTempDirectory(parent, ".atlas-backup-");
        Thread interrupted = new Thread(() -> removed(folder));
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            R result = work.with(folder);
            if (archive()) {
                Path packed = pack(folder);
                Files.move(packed, path, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Files.deleteIfExists(path);
                Files.move(folder, path, StandardCopyOption.ATOMIC_MOVE);
            }
            return result;
        } finally {
            remove(folder);
            forget(interrupted);
        }
    }

    /** Half a backup holds whole keys, so it does not stay where the command is told to end. */
    private static void removed(Path folder) {
        try {
            remove(folder);
        } catch (IOException e) {
            LOG.warn("The unfinished backup {} could not be removed: remove it, it holds keys", folder);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("The command is being told to end, and the hook does its work already");
        }
    }

    private void requireFree() throws IOException {
        if (Files.isDirectory(path) && !archive()) {
            try (Stream<Path> inside = Files.list(path)) {
                if (inside.findAny().isEmpty()) {
                    return;
                }
            }
        }
        if (Files.exists(path)) {
            throw new WrongState("backup.taken", path + " is there already: name a folder or a file that is not.");
        }
    }

    private static Path pack(Path folder) throws IOException {
        Path packed = Files.createTempFile(
                folder,
                "packed",
                ARCHIVE,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        List<Path> files = all(folder).stream()
                .filter(file -> Files.isRegularFile(file) && !file.equals(packed))
                .toList();
        try (OutputStream out = Files.newOutputStream(packed, StandardOpenOption.DSYNC);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Path file : files) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                Files.copy(file, zip);
            }
        }
        return packed;
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path file : all(folder).reversed()) {
                Files.delete(file);
            }
        }
    }

    /** The folder and everything in it, folders before what they hold. */
    private static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            return inside.toList();
        }
    }

    /**
     * Lets {@code work} read the folder, or what the archive holds.
     *
     * @throws CannotOpen if nothing that can be a backup is here
     */
    <R> R read(Work<R> work) throws IOException {
        if (Files.isDirectory(path)) {
            return work.with(path);
        }
        if (!Files.isRegularFile(path)) {
            throw new CannotOpen(
                    "There is no backup at " + path + ": name the folder or the file that atlas backup wrote.");
        }
        try (FileSystem archive = FileSystems.newFileSystem(path)) {
            return work.with(archive.getPath("/"));
        } catch (ProviderNotFoundException | ZipException e) {
            throw new CannotOpen(path + " is no ZIP archive: name the folder or the file that atlas backup wrote.", e);
        }
    }

    private boolean archive() {
        return path.toString().endsWith(ARCHIVE);
    }
}
