package dev.atlas.application.imports;

import dev.atlas.domain.Text;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to import of the predecessor.
 *
 * @param file its SQLite file
 * @param secretKey the Fernet key of its settings; without it they are left out
 * @param source the name under which rows are recognised again, 1 to 100 code points
 * @param owner the username of whom chats without a user are given to; they are left out, if null
 * @param dryRun reports what would happen and writes nothing
 */
public record LegacyImportRequest(
        Path file,
        @Nullable String secretKey,
        String source,
        @Nullable String owner,
        boolean dryRun) {

    /** The source of a request that names none. */
    public static final String DEFAULT_SOURCE = "legacy";

    public LegacyImportRequest {
        source = Text.required("source", source, 100);
    }

    public static LegacyImportRequest of(Path file) {
        return new LegacyImportRequest(file, null, DEFAULT_SOURCE, null, false);
    }

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "LegacyImportRequest[" + file + "]";
    }
}
