package dev.atlas.contract.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A folder below the user's cache folder that is filled once and then only read, by any number of processes.
 *
 * <p>A lock file beside it keeps two processes from filling it at the same time, and a marker file inside it is written
 * when everything else is there: a folder without the marker is the rest of an interrupted attempt and is made anew.
 *
 * @param path where the folder is
 */
record CacheFolder(Path path) {
    private static final String MARKER = ".complete";
    private static final Duration LONGEST_FILLING = Duration.ofMinutes(10);

    /** Fills an empty folder. */
    @FunctionalInterface
    interface Filling {
        /**
         * Writes the contents.
         *
         * @return a note for the marker file, for people who look into the folder
         */
        String fill(Path folder) throws IOException;
    }

    /** The folder of a name below {@code $XDG_CACHE_HOME/atlas-test}, or {@code ~/.cache/atlas-test} without that. */
    static CacheFolder of(Map<String, String> environment, String name) {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path base = cache.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return new CacheFolder(base.resolve("atlas-test").resolve(name));
    }

    /**
     * Returns the filled folder, filling it first when that was not done before.
     *
     * @param usable looks at a filled folder and says whether it can still be used; if not it is made anew
     */
    Path filled(Predicate<Path> usable, Filling filling) {
        try {
            Path base = Files.createDirectories(path.resolve("..").normalize());
            Path lockFile = base.resolve(path.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = lock(channel)) {
                if (!lock.isValid() || !isComplete() || !usable.test(path)) {
                    Folders.delete(path);
                    Files.createDirectories(path);
                    Files.writeString(path.resolve(MARKER), filling.fill(path));
                }
                return path;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot fill the cache folder " + path, failure);
        }
    }

    private boolean isComplete() {
        return Files.isRegularFile(path.resolve(MARKER));
    }

    private FileLock lock(FileChannel channel) {
        List<FileLock> held = new ArrayList<>();
        Waiting.until(
                () -> {
                    tryLock(channel).ifPresent(held::add);
                    return !held.isEmpty();
                },
                LONGEST_FILLING,
                () -> "Another process fills the cache folder " + path + " and does not come to an end");
        return held.getFirst();
    }

    private static Optional<FileLock> tryLock(FileChannel channel) {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException heldByThisProcess) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot lock a file of the cache folder", failure);
        }
    }
}
