package dev.atlas.contract.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Folders that servers write to. */
final class Folders {
    private Folders() {}

    /** Makes an empty folder among the temporary files, readable by its owner only. */
    static Path temporary(String name) {
        try {
            return Files.createTempDirectory("atlas-" + name + "-");
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot make a folder for temporary files", failure);
        }
    }

    /** Deletes a file, or a folder with all it holds, as far as possible; what is absent already is no failure. */
    static void delete(Path root) {
        try {
            Files.walkFileTree(root, new Deletion());
        } catch (IOException stillInUse) {
            root.toFile().deleteOnExit();
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException vanished) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException vanished) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
