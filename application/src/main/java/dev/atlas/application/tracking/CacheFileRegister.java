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
import dev.atlas.domain.tracking.CacheFile;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The files of prepared windows a project trains from. Readers of the project read, its editors write, its owner deletes.
 */
public final class CacheFileRegister {

    private final Foundation foundation;
    private final ProjectAccess projects;

    CacheFileRegister(Foundation foundation, ProjectAccess projects) {
        this.foundation = foundation;
        this.projects = projects;
    }

    public Committed<CacheFile> add(Caller caller, Id<Project> project, NewCacheFile wanted) {
        ExperimentAccess.mayWrite(caller);
        CacheFile file = new CacheFile(
                foundation.ids().next(),
                project,
                wanted.challenge(),
                wanted.release(),
                wanted.path(),
                wanted.sizeMb(),
                wanted.windows(),
                wanted.channels(),
                wanted.times(),
                wanted.checksum(),
                foundation.now(),
                0);
        return foundation.storage().write(repositories -> {
            projects.writable(repositories, caller, project);
            return repositories.cacheFiles().add(file);
        });
    }

    /** Throws {@link Refusal.NotFound} {@code cache_file.not_found} if the project has none of this id. */
    public CompletableFuture<CacheFile> get(Caller caller, Id<Project> project, Id<CacheFile> id) {
        ExperimentAccess.mayRead(caller);
        return projects.reading(caller, repositories -> {
            projects.readable(repositories, caller, project);
            return find(repositories, project, id);
        });
    }

    /** Those of this challenge, or all if it is null; newest first (by time of creation, then id). */
    public CompletableFuture<Slice<CacheFile>> list(
            Caller caller, Id<Project> project, @Nullable Long challenge, Page page) {
        ExperimentAccess.mayRead(caller);
        return projects.reading(caller, repositories -> {
            projects.readable(repositories, caller, project);
            return repositories.cacheFiles().of(project, challenge, page);
        });
    }

    /** Changes what is said of it, if it is still of version {@code ifVersion}; whatever its version, if that is null. */
    public Committed<CacheFile> change(
            Caller caller, Id<Project> project, Id<CacheFile> id, CacheFileChange change, @Nullable Long ifVersion) {
        ExperimentAccess.mayWrite(caller);
        return foundation.storage().write(repositories -> {
            projects.writable(repositories, caller, project);
            CacheFile current = find(repositories, project, id);
            ExperimentAccess.mustBe(ifVersion, current.version());
            return repositories.cacheFiles().replace(change.of(current));
        });
    }

    /** Returns what was deleted; the file itself stays where it is. */
    public Committed<CacheFile> delete(Caller caller, Id<Project> project, Id<CacheFile> id, @Nullable Long ifVersion) {
        ExperimentAccess.mayWrite(caller);
        return foundation.storage().write(repositories -> {
            projects.writable(repositories, caller, project);
            projects.owned(repositories, caller, project);
            CacheFile current = find(repositories, project, id);
            ExperimentAccess.mustBe(ifVersion, current.version());
            repositories.cacheFiles().remove(id);
            return current;
        });
    }

    private static CacheFile find(Repositories repositories, Id<Project> project, Id<CacheFile> id) {
        return repositories
                .cacheFiles()
                .find(id)
                .filter(file -> file.projectId().equals(project))
                .orElseThrow(() -> new Refusal.NotFound("cache_file.not_found", "There is no such cache file."));
    }
}
