package dev.atlas.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite itself. By itself its driver unpacks it into a temporary file at each start, compares it byte by byte, and leaves
 * it there if the process is killed. Where the system property {@code org.sqlite.lib.path} names a folder, it is unpacked
 * there once and stays.
 */
final class NativeLibrary {

    private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);

    private NativeLibrary() {}

    /** Does nothing where it is kept already or nothing says where; where it cannot be kept, the driver does as it does. */
    static void keep() {
        String folder = System.getProperty("org.sqlite.lib.path");
        if (folder != null) {
            keep(Path.of(folder));
        }
    }

    static void keep(Path folder) {
        String name = LibraryLoaderUtil.getNativeLibName();
        Path kept = folder.resolve(name);
        if (Files.exists(kept)) {
            return;
        }
        try (InputStream library =
                SQLiteJDBCLoader.class.getResourceAsStream(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name)) {
            if (library != null) {
                unpack(library, kept);
            }
        } catch (IOException e) {
            LOG.debug("SQLite's library cannot be kept in {}", folder, e);
        }
    }

    /** Another process that starts now sees all of it or nothing. */
    private static void unpack(InputStream library, Path kept) throws IOException {
        Path folder = Files.createDirectories(kept.toAbsolutePath().getParent());
        Path part = Files.createTempFile(folder, kept.getFileName().toString(), ".part");
        try {
            Files.copy(library, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
