package dev.atlas.sqlite;

import dev.atlas.domain.storage.CannotOpen;
import dev.atlas.domain.storage.ChangesKept;
import dev.atlas.domain.storage.EnvironmentSettings;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Settings of the SQLite engine.
 *
 * @param file the database file; its folder is made if it is not there
 * @param readers threads that read, each with its own connection; {@code ATLAS_SQLITE_READERS}
 * @param group units of work that may share one commit at most; {@code ATLAS_SQLITE_GROUP}
 * @param kept megabytes of decoded rows that each of the readers keeps at most; {@code ATLAS_SQLITE_KEPT}
 * @param busyTimeout how long to wait for a lock another process holds; {@code ATLAS_SQLITE_BUSY_TIMEOUT}
 * @param queueTimeout how long a unit waits for its turn before it is refused; {@code ATLAS_SQLITE_QUEUE_TIMEOUT}
 * @param changesKept how long the change log keeps a change
 */
record BackendSettings(
        Path file,
        int readers,
        int kept,
        int group,
        Duration busyTimeout,
        Duration queueTimeout,
        ChangesKept changesKept) {

    private static final String SCHEME = "sqlite:";

    static BackendSettings of(String url, Map<String, String> environment) {
        EnvironmentSettings settings = new EnvironmentSettings(environment);
        return new BackendSettings(
                file(url),
                settings.count("ATLAS_SQLITE_READERS", 2, 1, 64),
                settings.count("ATLAS_SQLITE_KEPT", usual(), 0, 10_000),
                settings.count("ATLAS_SQLITE_GROUP", 128, 1, 10_000),
                settings.duration("ATLAS_SQLITE_BUSY_TIMEOUT", Duration.ofSeconds(5)),
                settings.duration("ATLAS_SQLITE_QUEUE_TIMEOUT", Duration.ofSeconds(10)),
                ChangesKept.of(environment));
    }

    /** A sixteenth of the memory there is, and 64 megabytes at most. */
    private static int usual() {
        return (int) Math.min(64, Runtime.getRuntime().maxMemory() >> 24);
    }

    private static Path file(String url) {
        String path = url.substring(SCHEME.length());
        try {
            if (!path.isBlank() && !path.startsWith(":memory:")) {
                return Path.of(path).toAbsolutePath().normalize();
            }
        } catch (InvalidPathException e) {
            throw new CannotOpen(
                    "The SQLite URL \"" + url + "\" is not a path: set ATLAS_SQLITE_URL to sqlite:PATH.", e);
        }
        throw new CannotOpen("The SQLite URL \"" + url + "\" names no file: set ATLAS_SQLITE_URL to sqlite:PATH.");
    }
}
