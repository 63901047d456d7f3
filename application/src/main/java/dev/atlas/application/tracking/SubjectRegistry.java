package dev.atlas.application.tracking;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.projects.ProjectAccess;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.StorageException.Conflict;
import dev.atlas.domain.tracking.Subject;
import dev.atlas.domain.tracking.Subjects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The people whose recordings a project works with. Readers of the project read, its editors write, its owner deletes. A
 * subject of another project is {@link Refusal.NotFound} {@code subject.not_found}.
 */
public final class SubjectRegistry {

    private final Foundation foundation;
    private final ProjectParts<Subject> parts;

    SubjectRegistry(Foundation foundation, ProjectAccess projects) {
        this.foundation = foundation;
        this.parts = new ProjectParts<>(
                foundation, projects, "subject", Repositories::subjects, Subject::projectId, Subject::version);
    }

    /** Throws {@link Refusal.WrongState} {@code subject.id_taken} if the project has one of this subject id. */
    public Committed<Subject> add(Caller caller, Id<Project> project, NewSubject wanted) {
        try {
            return parts.add(
                    caller,
                    project,
                    () -> new Subject(
                            foundation.ids().next(),
                            project,
                            wanted.subjectId(),
                            wanted.age(),
                            wanted.sex(),
                            wanted.handedness(),
                            wanted.releases(),
                            wanted.eegAvailable(),
                            wanted.demographicsAvailable(),
                            wanted.phenotypicAvailable(),
                            wanted.pFactor(),
                            wanted.phenotypic(),
                            wanted.eegQuality(),
                            wanted.splits(),
                            wanted.sessions(),
                            wanted.annotations(),
                            wanted.sessionCount(),
                            wanted.trialCount(),
                            wanted.dataQuality(),
                            wanted.notes(),
                            foundation.now(),
                            wanted.lastProcessed(),
                            0));
        } catch (Conflict conflict) {
            if (conflict.rule().equals(Subjects.SUBJECT_ID_PER_PROJECT)) {
                throw new Refusal.WrongState("subject.id_taken", "The project has a subject of this id already.");
            }
            throw conflict;
        }
    }

    public CompletableFuture<Subject> get(Caller caller, Id<Project> project, Id<Subject> id) {
        return parts.get(caller, project, id);
    }

    /** Those of this release, or all if it is null; newest first (by date added, then id). */
    public CompletableFuture<Slice<Subject>> list(
            Caller caller, Id<Project> project, @Nullable String release, Page page) {
        return parts.list(
                caller, project, repositories -> repositories.subjects().of(project, release, page));
    }

    /** Changes it, if it is still of version {@code ifVersion}; whatever its version, if that is null. */
    public Committed<Subject> change(
            Caller caller, Id<Project> project, Id<Subject> id, SubjectChange change, @Nullable Long ifVersion) {
        return parts.change(caller, project, id, change::of, ifVersion);
    }

    /** Returns what was deleted. */
    public Committed<Subject> delete(Caller caller, Id<Project> project, Id<Subject> id, @Nullable Long ifVersion) {
        return parts.delete(caller, project, id, ifVersion);
    }
}
