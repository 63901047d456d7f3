package dev.atlas.application.imports;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.imports.CannotRead;
import dev.atlas.domain.imports.Import;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports the file of an EEG tracker that somebody sends, into a project of their own. One import runs at a time on a
 * node, on a thread of its own; {@link OwnImports} tells how it stands.
 */
public final class EegUpload {

    /** Imports of one user that are remembered; older ones are forgotten when another one begins. */
    public static final int REMEMBERED = 100;

    private static final Logger LOG = LoggerFactory.getLogger(EegUpload.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Foundation foundation;
    private final EegImport eeg;
    private final Semaphore turn = new Semaphore(1);

    EegUpload(Foundation foundation, EegImport eeg) {
        this.foundation = foundation;
        this.eeg = eeg;
    }

    /**
     * Reads {@code content} to its end, makes sure that it can be imported, and begins; returns when that is noted.
     * Repeating an import duplicates nothing, so a request whose answer was lost may be sent again.
     *
     * @param project the name of a project of the caller's, made if it is not there
     * @param zone as in {@link EegImportRequest}
     * @throws InvalidValue naming {@code body} if it is not the file of a tracker; nothing has begun
     * @throws Refusal.NotAllowed unless the caller may import, make projects and write in them
     * @throws Refusal.NotYet {@code import.busy} while another import runs on this node
     */
    public Committed<Import> begin(
            Caller caller, InputStream content, String project, @Nullable ZoneId zone, String source, boolean dryRun) {
        caller.require(Permission.IMPORT_RUN);
        caller.require(Permission.PROJECT_CREATE);
        caller.require(Permission.TRACKING_WRITE);
        try {
            Path file = Files.createTempFile("atlas-import", ".db");
            try {
                EegImportRequest request = new EegImportRequest(file, project, zone, source, caller.username(), dryRun);
                Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                EegImport.requireTracker(file);
                return begin(caller, request);
            } catch (CannotRead e) {
                Files.delete(file);
                throw new InvalidValue("body", "must be the SQLite file of an EEG experiment tracker");
            } catch (RuntimeException | IOException e) {
                Files.delete(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From here on the file belongs to the thread that imports. */
    private Committed<Import> begin(Caller caller, EegImportRequest request) {
        if (!turn.tryAcquire()) {
            throw new Refusal.NotYet("import.busy", "Another import is running; send yours when it has ended.", PAUSE);
        }
        try {
            Import begun = Import.begun(
                    foundation.ids().next(),
                    caller.user(),
                    request.project(),
                    request.source(),
                    request.dryRun(),
                    foundation.now());
            Committed<Import> noted = foundation.storage().write(to -> {
                forgetOld(to, begun);
                return to.imports().add(begun);
            });
            Thread.ofPlatform().daemon().name("atlas-import").start(() -> run(begun, request));
            return noted;
        } catch (RuntimeException e) {
            turn.release();
            throw e;
        }
    }

    private static void forgetOld(Repositories to, Import begun) {
        to.imports().ofUser(begun.userId(), Page.first(Page.MAX_LIMIT)).items().stream()
                .skip(REMEMBERED - 1L)
                .forEach(old -> to.imports().remove(old.id()));
    }

    private void run(Import begun, EegImportRequest request) {
        try {
            new RunningImport(foundation, begun.id()).run(listener -> eeg.run(request, listener));
        } finally {
            try {
                Files.deleteIfExists(request.file());
            } catch (IOException e) {
                LOG.warn("The file of import {} could not be deleted", begun.id(), e);
            }
            turn.release();
        }
    }
}
