package dev.atlas.application.imports;

import dev.atlas.domain.imports.CannotRead;
import dev.atlas.domain.imports.SourceFile;
import dev.atlas.domain.imports.SourceFiles;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** Files of one format, read by whichever implementation is on the class path. */
record InstalledFiles(String format) implements SourceFiles {

    @Override
    public SourceFile open(Path file) {
        return ServiceLoader.load(SourceFiles.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(files -> files.format().equals(format))
                .findFirst()
                .orElseThrow(() -> new CannotRead(
                        "The file " + file + " cannot be read: " + format
                                + " files are not supported by this installation.",
                        null))
                .open(file);
    }
}
