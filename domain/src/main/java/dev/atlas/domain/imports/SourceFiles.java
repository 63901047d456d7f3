package dev.atlas.domain.imports;

import java.nio.file.Path;

/** Opens foreign files of one format. Implementations are found by {@link java.util.ServiceLoader}. */
public interface SourceFiles {

    /** The format, such as {@code sqlite}. */
    String format();

    /**
     * Opens a file as it is at this moment, with what its writer has committed and not yet merged into it. Neither the file
     * nor its folder is changed.
     *
     * @throws CannotRead if there is none, or it is of another format, or it changes all the time
     */
    SourceFile open(Path file);
}
