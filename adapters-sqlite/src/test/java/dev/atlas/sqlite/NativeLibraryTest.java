package dev.atlas.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryTest {

    @TempDir
    Path home;

    @Test
    void manyThatStartAtOnceKeepOneWholeLibrary() throws IOException {
        Path folder = home.resolve("native");

        IntStream.range(0, 8).parallel().forEach(start -> NativeLibrary.keep(folder));

        try (Stream<Path> kept = Files.list(folder)) {
            assertThat(kept).singleElement().satisfies(library -> {
                assertThat(library).hasFileName(System.mapLibraryName("sqlitejdbc"));
                assertThat(library).content(StandardCharsets.ISO_8859_1).hasSizeGreaterThan(500_000);
            });
        }
    }

    @Test
    void whatIsKeptIsNotWrittenAgain() throws IOException {
        Path library = Files.writeString(home.resolve(System.mapLibraryName("sqlitejdbc")), "kept");

        NativeLibrary.keep(home);

        assertThat(library).hasContent("kept");
    }

    @Test
    void aFolderThatCannotBeMadeLeavesItToTheDriver() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "no folder");

        NativeLibrary.keep(file.resolve("native"));

        assertThat(file).hasContent("no folder");
    }
}
