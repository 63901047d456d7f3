package dev.atlas.application.imports;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.imports.CannotRead;
import dev.atlas.domain.storage.Committed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Imports the file of an EEG tracker that somebody sends, into a project of their own. */
public final class EegUpload {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Foundation foundation;
    private final EegImport eeg;
    private final Semaphore turn = new Semaphore(1);

    EegUpload(Foundation foundation, EegImport eeg) {
        this.foundation = foundation;
        this.eeg = eeg;
    }

    /**
     * Reads {@code content} to its end and imports it; returns when all is done. Repeating it duplicates nothing, so a
     * request whose answer was lost may be sent again. One import runs at a time.
     *
     * @param project the name of a project of the caller's, made if it is not there
     * @param zone as in {@link EegImportRequest}
     * @throws InvalidValue naming {@code body} if it is not the file of a tracker
     * @throws Refusal.NotAllowed unless the caller may import, make projects and write in them
     * @throws Refusal.NotYet {@code import.busy} while another import runs on this node
     */
    public Committed<ImportReport> run(
            Caller caller, InputStream content, String project, @Nullable ZoneId zone, String source, boolean dryRun) {
        caller.require(Permission.IMPORT_RUN);
        caller.require(Permission.PROJECT_CREATE);
        caller.require(Permission.TRACKING_WRITE);
        try {
            Path file = Files.createTempFile("atlas-import", ".db");
            try {
                Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                return imported(new EegImportRequest(file, project, zone, source, caller.username(), dryRun));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Committed<ImportReport> imported(EegImportRequest request) {
        if (!turn.tryAcquire()) {
            throw new Refusal.NotYet("import.busy", "Another import is running; send yours when it has ended.", PAUSE);
        }
        try {
            ImportReport report = eeg.run(request);
            return new Committed<>(report, foundation.storage().position());
        } catch (CannotRead e) {
            throw new InvalidValue("body", "must be the SQLite file of an EEG experiment tracker");
        } finally {
            turn.release();
        }
    }
}
