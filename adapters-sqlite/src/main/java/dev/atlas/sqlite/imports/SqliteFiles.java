package dev.atlas.sqlite.imports;

import dev.atlas.domain.imports.CannotRead;
import dev.atlas.domain.imports.SourceFile;
import dev.atlas.domain.imports.SourceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * Foreign SQLite files. What is read is a private copy of the file and of the log beside it: SQLite itself would merge the
 * log into the original, or at least leave side files in its folder.
 */
public final class SqliteFiles implements SourceFiles {

    @Override
    public String format() {
        return "sqlite";
    }

    @Override
    public SourceFile open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CannotRead("There is no file " + file + ".", null);
        }
        try {
            FileCopy copy = FileCopy.of(file);
            try {
                return new SqliteFile(file, copy);
            } catch (SQLException e) {
                copy.close();
                throw new CannotRead("The file " + file + " is not an SQLite database.", e);
            }
        } catch (IOException e) {
            throw new CannotRead("The file " + file + " cannot be read.", e);
        }
    }
}
