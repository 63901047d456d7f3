package dev.atlas.application.exports;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.projects.ProjectAccess;
import dev.atlas.application.storage.AtlasExport;
import dev.atlas.application.storage.MovingListener;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.projects.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;

/** Archives of what is stored: of everything for administrators, of a project for whoever may read it, of one's chats. */
public final class ExportUseCases {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Foundation foundation;
    private final ProjectAccess access;
    private final Semaphore turn = new Semaphore(1);

    public ExportUseCases(Foundation foundation, ProjectAccess access) {
        this.foundation = foundation;
        this.access = access;
    }

    /** Writes an archive. */
    private interface Writing {
        void to(ExportArchive archive) throws IOException;
    }

    /**
     * Everything that moves, hashes of passwords and encrypted secrets included: the files of {@code atlas export}, which
     * {@code atlas import atlas} reads after unpacking. Blocks until it is complete; one export runs at a time.
     *
     * @return a zip file that belongs to the caller of this method, who removes it
     * @throws Refusal.NotAllowed unless the caller may export and manage storage
     * @throws Refusal.NotYet {@code export.busy} while another export runs on this node
     * @throws Refusal.WrongState {@code storage.damaged} if records of the store cannot be read
     */
    public Path everything(Caller caller) {
        caller.require(Permission.EXPORT_RUN);
        caller.require(Permission.STORAGE_MANAGE);
        return archive(archive -> {
            try (TemporaryFolder folder = TemporaryFolder.make()) {
                Path files = folder.path().resolve("export");
                new AtlasExport(foundation.clock()).run(foundation.storage(), files, MovingListener.SILENT);
                archive.addAll(files);
            }
        });
    }

    /**
     * One project with its experiments, epochs, checkpoints, subjects and cache files, in one state, in the same form.
     *
     * @return as {@link #everything}
     * @throws Refusal.NotFound {@code project.not_found} if the caller may not read it
     * @throws Refusal.NotYet {@code export.busy} while another export runs on this node
     */
    public Path project(Caller caller, Id<Project> id) {
        caller.require(Permission.EXPORT_RUN);
        caller.require(Permission.PROJECT_VIEW);
        caller.require(Permission.TRACKING_VIEW);
        return archive(archive -> join(() -> access.reading(caller, repositories -> {
                    access.readable(repositories, caller, id);
                    return new ProjectExport(repositories, archive.startAgain()).write(id);
                })
                .join()));
    }

    /**
     * The caller's own chats, archived ones too, in one state: of each a file for programs and one for people.
     *
     * @return as {@link #everything}
     * @throws Refusal.NotYet {@code export.busy} while another export runs on this node
     */
    public Path chats(Caller caller) {
        caller.require(Permission.CHAT_USE);
        return archive(archive -> join(() -> foundation
                .storage()
                .readAsync(repositories -> new ChatExport(repositories, archive.startAgain()).write(caller.user()))
                .join()));
    }

    private Path archive(Writing writing) {
        if (!turn.tryAcquire()) {
            throw new Refusal.NotYet(
                    "export.busy", "Another export is running; ask for yours when it has ended.", PAUSE);
        }
        try {
            Path file = Files.createTempFile("atlas-export", ".zip");
            try (ExportArchive archive = new ExportArchive(file)) {
                writing.to(archive);
            } catch (IOException | RuntimeException | Error e) {
                Files.deleteIfExists(file);
                throw e;
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            turn.release();
        }
    }

    private static void join(Runnable work) {
        try {
            work.run();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
