package dev.atlas.cli.backup;

import dev.atlas.application.Refusal.WrongState;
import dev.atlas.domain.storage.CannotOpen;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

/** Where a backup is or is to be: a folder, or one file, a ZIP archive of the same, if its name ends with {@code .zip}. */
record BackupPlace(Path path) {

    private static final String ARCHIVE = ".zip";

    /** The folder in it that holds the records, beside the keys. */
    static final String RECORDS = "store";

    /** Something done with the folder of a backup. */
    interface Work<R> {
        R with(Path folder) throws IOException;
    }

    /**
     * Lets {@code work} fill a folder that its owner alone can look into, and then gives it this name, as a whole or not
     * at all.
     *
     * @throws WrongState {@code backup.taken} if something is here already
     * @throws CannotOpen if nothing can be written here
     */
    <R> R fill(Work<R> work) throws IOException {
        requireFree();
        try (UnfinishedBackup unfinished = begin()) {
            Path folder = unfinished.folder();
            R result = work.with(folder);
            if (archive()) {
                unfinished.name(pack(folder), path);
            } else {
                Files.deleteIfExists(path);
                unfinished.name(folder, path);
            }
            return result;
        }
    }

    /** Beside the place, so that it can be moved there in one step. */
    private UnfinishedBackup begin() throws IOException {
        Path parent = Objects.requireNonNullElse(path.toAbsolutePath().getParent(), path);
        try {
            Files.createDirectories(parent);
            return UnfinishedBackup.in(parent);
        } catch (FileSystemException e) {
            throw new CannotOpen(
                    "--to: no backup can be written to " + path + ": name a place in a folder that you may write to.",
                    e);
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
            throw new WrongState(
                    "backup.taken", "--to: " + path + " is there already: name a folder or a file that is not.");
        }
    }

    private static Path pack(Path folder) throws IOException {
        Path packed = Files.createTempFile(
                folder,
                "packed",
                ARCHIVE,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        List<Path> files = filesIn(folder, packed);
        try (OutputStream out = Files.newOutputStream(packed, StandardOpenOption.DSYNC);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Path file : files) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                Files.copy(file, zip);
            }
        }
        return packed;
    }

    private static List<Path> filesIn(Path folder, Path besides) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            return inside.filter(file -> Files.isRegularFile(file) && !file.equals(besides))
                    .toList();
        }
    }

    /**
     * Lets {@code work} read the folder, or what the archive holds.
     *
     * @throws CannotOpen if nothing that can be a backup is here
     */
    <R> R read(Work<R> work) throws IOException {
        if (Files.isDirectory(path)) {
            return work.with(whole(path));
        }
        if (!Files.isRegularFile(path)) {
            throw missing();
        }
        try (FileSystem archive = FileSystems.newFileSystem(path)) {
            return work.with(whole(archive.getPath("/")));
        } catch (ProviderNotFoundException | ZipException e) {
            throw new CannotOpen(path + " is no ZIP archive: name the folder or the file that atlas backup wrote.", e);
        }
    }

    private Path whole(Path folder) {
        if (!Files.isDirectory(folder.resolve(RECORDS))) {
            throw missing();
        }
        return folder;
    }

    private CannotOpen missing() {
        return new CannotOpen(
                "There is no backup at " + path + ": name the folder or the file that atlas backup wrote.");
    }

    private boolean archive() {
        return path.toString().endsWith(ARCHIVE);
    }
}
