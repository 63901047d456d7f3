package dev.atlas.application.exports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of one's own that goes with all that is in it. */
record TemporaryFolder(Path path) implements AutoCloseable {

    static TemporaryFolder make() throws IOException {
        return new TemporaryFolder(Files.createTempDirectory("atlas-export"));
    }

    @Override
    public void close() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(path)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.deleteIfExists(each);
        }
    }
}
