package dev.atlas.sqlite;

import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** SQLite: one file, one process that writes. */
public final class Backend implements StorageEngine {

    /** Of a result code of SQLite, the part that is the same for all of a sort. */
    private static final int PRIMARY = 0xff;

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public Set<String> names() {
        return Set.of("sqlite");
    }

    @Override
    public String urlSetting() {
        return "ATLAS_SQLITE_URL";
    }

    @Override
    public String defaultUrl(Map<String, String> environment) {
        return "sqlite:" + Path.of(environment.getOrDefault("ATLAS_DATA", "data"), "atlas.db");
    }

    @Override
    public boolean accepts(String url) {
        return url.startsWith("sqlite:");
    }

    @Override
    public boolean holdsAnything(String url, Map<String, String> environment) {
        Path file = BackendSettings.of(url, environment).file();
        if (file.toFile().length() > 0) {
            return true;
        }
        for (Path above = file.getParent(); above != null; above = above.getParent()) {
            if (Files.exists(above) && !Files.isDirectory(above)) {
                throw notWritable(file, null);
            }
        }
        return false;
    }

    @Override
    public Storage open(String url, Map<String, String> environment) {
        BackendSettings settings = BackendSettings.of(url, environment);
        try {
            makeFile(settings.file());
            NativeLibrary.keep();
            return Store.open(settings, Probe.NONE);
        } catch (SQLiteException e) {
            throw cannotOpen(settings.file(), e);
        } catch (IOException | SQLException e) {
            throw notWritable(settings.file(), e);
        }
    }

    /** One sentence on why this file could not be opened. */
    static CannotOpen cannotOpen(Path file, SQLiteException error) {
        return switch (SQLiteErrorCode.getErrorCode(error.getResultCode().code & PRIMARY)) {
            case SQLITE_NOTADB, SQLITE_CORRUPT -> damaged(file, error);
            case SQLITE_FULL -> full(file, error);
            case SQLITE_READONLY, SQLITE_CANTOPEN ->
                Files.isRegularFile(file) ? readOnly(file, error) : notWritable(file, error);
            default -> notWritable(file, error);
        };
    }

    private static CannotOpen readOnly(Path file, Exception cause) {
        return new CannotOpen(
                ("The SQLite file %s can only be read, and SQLite writes beside a file even to read it: copy it, and"
                                + " %s-wal if there is one, to a place that can be written, and set ATLAS_SQLITE_URL to the copy.")
                        .formatted(file, file.getFileName()),
                cause);
    }

    private static CannotOpen full(Path file, Exception cause) {
        return new CannotOpen(
                "The disk of the SQLite file " + file
                        + " is full: make room, or set ATLAS_DATA or ATLAS_SQLITE_URL to another place.",
                cause);
    }

    private static CannotOpen damaged(Path file, Exception cause) {
        return new CannotOpen(
                "The SQLite file " + file
                        + " is damaged or no database: restore a backup, or set ATLAS_DATA or ATLAS_SQLITE_URL to another place.",
                cause);
    }

    private static CannotOpen notWritable(Path file, @Nullable Exception cause) {
        return new CannotOpen(
                "The SQLite file " + file
                        + " cannot be opened for writing: set ATLAS_DATA or ATLAS_SQLITE_URL to a place that can.",
                cause);
    }

    /** Nobody but its owner may read it: SQLite gives the files it puts beside it the same rights. */
    private static void makeFile(Path file) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (Files.notExists(file)
                && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        }
    }
}
