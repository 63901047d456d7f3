package dev.atlas.application.exports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip file of texts in the making. For one thread at a time. */
final class ExportArchive implements AutoCloseable {

    private final Path file;
    private ZipOutputStream zip;

    ExportArchive(Path file) throws IOException {
        this.file = file;
        this.zip = open(file);
    }

    private static ZipOutputStream open(Path file) throws IOException {
        return new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    /** The same archive, empty: a unit of work may be run again. */
    ExportArchive startAgain() {
        try {
            zip.close();
            zip = open(file);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds every file of a folder. */
    void addAll(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        for (Path each : files) {
            zip.putNextEntry(new ZipEntry(String.valueOf(each.getFileName())));
            Files.copy(each, zip);
            zip.closeEntry();
        }
    }

    /** Begins the file of this name. */
    void begin(String name) {
        try {
            zip.putNextEntry(new ZipEntry(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a line to the present file. */
    void line(String line) {
        try {
            zip.write(line.getBytes(StandardCharsets.UTF_8));
            zip.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
