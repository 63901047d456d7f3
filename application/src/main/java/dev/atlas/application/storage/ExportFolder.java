package dev.atlas.application.storage;

import dev.atlas.application.Refusal.WrongState;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder an export is written to, so that a crash at any time leaves either a whole export or one without a manifest,
 * which the next run writes anew. Its files are for their owner only, as they hold hashes of passwords.
 */
record ExportFolder(Path folder) {

    private static final String PART = ".part";

    /**
     * Makes the folder. Refuses one that holds anything but what an export that was killed has left.
     *
     * @return true if it was not there before
     */
    boolean prepare(List<String> kinds) throws IOException {
        boolean made = Files.notExists(folder);
        Files.createDirectories(folder, ownerOnly("rwx------"));
        Set<String> ours = unfinished(kinds);
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !ours.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw new WrongState(
                                "export.folder_not_empty",
                                "%s holds %s already: name a folder that is new or empty.".formatted(folder, name));
                    });
        }
        return made;
    }

    /** The files of an export that has no manifest yet. */
    private static Set<String> unfinished(List<String> kinds) {
        Set<String> names = kinds.stream()
                .flatMap(kind -> Stream.of(kind + ".jsonl", kind + ".jsonl" + PART))
                .collect(Collectors.toSet());
        names.add(ExportManifest.FILE + PART);
        return names;
    }

    /**
     * Removes what an export has left that failed for {@code reason}. If that fails too, the reason tells it as well.
     *
     * @param made what {@link #prepare} answered
     */
    void discard(List<String> kinds, boolean made, Exception reason) {
        try {
            Files.deleteIfExists(folder.resolve(ExportManifest.FILE));
            for (String name : unfinished(kinds)) {
                Files.deleteIfExists(folder.resolve(name));
            }
            if (made) {
                Files.delete(folder);
            }
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    /** A file that gets its name by {@link #finish}. */
    BufferedWriter open(String name) throws IOException {
        Path part = part(name);
        Files.deleteIfExists(part);
        Files.createFile(part, ownerOnly("rw-------"));
        return Files.newBufferedWriter(part, StandardCharsets.UTF_8);
    }

    /** Makes the file durable under its name. */
    void finish(String name) throws IOException {
        try (FileChannel channel = FileChannel.open(part(name), StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(
                part(name), folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes the names durable. */
    void finish() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (FileSystemException e) {
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                throw e;
            }
        }
    }

    private Path part(String name) {
        return folder.resolve(name + PART);
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
