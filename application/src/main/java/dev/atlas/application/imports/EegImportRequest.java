package dev.atlas.application.imports;

import dev.atlas.domain.Text;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What to import, and as what.
 *
 * @param file the tracker's SQLite file
 * @param project the name of the owner's project; it is made if it is not there
 * @param zone where the clocks stood that wrote times without a zone; UTC, with a warning, if null
 * @param source the name under which rows are recognised again, 1 to 100 code points
 * @param owner the username of the project's owner; the only administrator, if null
 * @param dryRun reports what would happen and writes nothing
 */
public record EegImportRequest(
        Path file,
        String project,
        @Nullable ZoneId zone,
        String source,
        @Nullable String owner,
        boolean dryRun) {

    /** The project of a request that names none. */
    public static final String DEFAULT_PROJECT = "EEG";

    /** The source of a request that names none. Source: decision 33 of the tracking design. */
    public static final String DEFAULT_SOURCE = "eeg";

    public EegImportRequest {
        project = Text.required("project", project, 100);
        source = Text.required("source", source, 100);
    }

    public static EegImportRequest of(Path file) {
        return new EegImportRequest(file, DEFAULT_PROJECT, null, DEFAULT_SOURCE, null, false);
    }
}
