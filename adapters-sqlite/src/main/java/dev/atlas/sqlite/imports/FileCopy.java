package dev.atlas.sqlite.imports;

import dev.atlas.domain.imports.CannotRead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A copy of a database file and of what its writer has not merged into it yet, in a folder only we can enter. The shared
 * memory beside a log is not copied: SQLite makes it anew.
 */
record FileCopy(OwnFolder folder, Path file) implements AutoCloseable {

    private static final List<String> PARTS = List.of("", "-wal", "-journal");
    private static final int ATTEMPTS = 5;

    /** Throws {@link CannotRead} if the file changes whenever it is copied. */
    static FileCopy of(Path original) throws IOException {
        FileCopy copy = new FileCopy(OwnFolder.make(), Path.of("source.db"));
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                List<Optional<Stamp>> before = stamps(original);
                copy.fill(original);
                if (stamps(original).equals(before)) {
                    return copy;
                }
            }
        } catch (IOException | RuntimeException e) {
            copy.close();
            throw e;
        }
        copy.close();
        throw new CannotRead("The file " + original + " is being written all the time: stop its writer.", null);
    }

    /** Where the copy of the database is. */
    Path database() {
        return folder.path().resolve(file);
    }

    private void fill(Path original) throws IOException {
        for (String part : PARTS) {
            Path to = folder.path().resolve(file + part);
            Files.deleteIfExists(to);
            try {
                Files.copy(sibling(original, part), to);
            } catch (NoSuchFileException e) {
                if (part.isEmpty()) {
                    throw e;
                }
            }
        }
    }

    private record Stamp(long size, long modified) {}

    private static List<Optional<Stamp>> stamps(Path original) throws IOException {
        List<Optional<Stamp>> stamps = new ArrayList<>();
        for (String part : PARTS) {
            stamps.add(stamp(sibling(original, part)));
        }
        return stamps;
    }

    private static Optional<Stamp> stamp(Path path) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return Optional.of(
                    new Stamp(attributes.size(), attributes.lastModifiedTime().toMillis()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static Path sibling(Path original, String part) {
        return original.resolveSibling(original.getFileName() + part);
    }

    @Override
    public void close() {
        try {
            folder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
