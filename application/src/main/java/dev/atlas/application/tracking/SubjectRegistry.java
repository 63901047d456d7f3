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
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The people whose recordings a project works with. Readers of the project read, its editors write, its owner deletes. A
 * subject of another project is {@link Refusal.NotFound} {@code subject.not_found}.
 */
public final class SubjectRegistry {

    private final Foundation foundation;
    private final ProjectAccess projects;

    SubjectRegistry(Foundation foundation, ProjectAccess projects) {
        this.foundation = foundation;
        this.projects = projects;
    }

    /** Throws {@link Refusal.WrongState} {@code subject.id_taken} if the project has one of this subject id. */
    public Committed<Subject> add(Caller caller, Id<Project> project, NewSubject wanted) {
        ExperimentAccess.mayWrite(caller);
        Instant now = foundation.now();
        Subject subject = new Subject(
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
                now,
                wanted.lastProcessed(),
                0);
        try {
            return foundation.storage().write(repositories -> {
                projects.writable(repositories, caller, project);
                return repositories.subjects().add(subject);
            });
        } catch (Conflict conflict) {
            if (conflict.rule().equals(Subjects.SUBJECT_ID_PER_PROJECT)) {
                throw new Refusal.WrongState("subject.id_taken", "The project has a subject of this id already.");
            }
            throw conflict;
        }
    }

    public CompletableFuture<Subject> get(Caller caller, Id<Project> project, Id<Subject> id) {
        ExperimentAccess.mayRead(caller);
        return projects.reading(caller, repositories -> {
            projects.readable(repositories, caller, project);
            return find(repositories, project, id);
        });
    }

    /** Those of this release, or all if it is null; newest first (by date added, then id). */
    public CompletableFuture<Slice<Subject>> list(
            Caller caller, Id<Project> project, @Nullable String release, Page page) {
        ExperimentAccess.mayRead(caller);
        return projects.reading(caller, repositories -> {
            projects.readable(repositories, caller, project);
            return repositories.subjects().of(project, release, page);
        });
    }

    /** Changes it, if it is still of version {@code ifVersion}; whatever its version, if that is null. */
    public Committed<Subject> change(
            Caller caller, Id<Project> project, Id<Subject> id, SubjectChange change, @Nullable Long ifVersion) {
        ExperimentAccess.mayWrite(caller);
        return foundation.storage().write(repositories -> {
            projects.writable(repositories, caller, project);
            Subject current = find(repositories, project, id);
            ExperimentAccess.mustBe(ifVersion, current.version());
            return repositories.subjects().replace(change.of(current));
        });
    }

    /** Returns what was deleted. */
    public Committed<Subject> delete(Caller caller, Id<Project> project, Id<Subject> id, @Nullable Long ifVersion) {
        ExperimentAccess.mayWrite(caller);
        return foundation.storage().write(repositories -> {
            projects.writable(repositories, caller, project);
            projects.owned(repositories, caller, project);
            Subject current = find(repositories, project, id);
            ExperimentAccess.mustBe(ifVersion, current.version());
            repositories.subjects().remove(id);
            return current;
        });
    }

    private static Subject find(Repositories repositories, Id<Project> project, Id<Subject> id) {
        return repositories
                .subjects()
                .find(id)
                .filter(subject -> subject.projectId().equals(project))
                .orElseThrow(() -> new Refusal.NotFound("subject.not_found", "There is no such subject."));
    }
}
