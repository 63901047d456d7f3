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
    private final ProjectParts<CacheFile> parts;

    CacheFileRegister(Foundation foundation, ProjectAccess projects) {
        this.foundation = foundation;
        this.parts = new ProjectParts<>(
                foundation, projects, "cache_file", Repositories::cacheFiles, CacheFile::projectId, CacheFile::version);
    }

    public Committed<CacheFile> add(Caller caller, Id<Project> project, NewCacheFile wanted) {
        return parts.add(
                caller,
                project,
                () -> new CacheFile(
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
                        0));
    }

    /** Throws {@link Refusal.NotFound} {@code cache_file.not_found} if the project has none of this id. */
    public CompletableFuture<CacheFile> get(Caller caller, Id<Project> project, Id<CacheFile> id) {
        return parts.get(caller, project, id);
    }

    /** Those of this challenge, or all if it is null; newest first (by time of creation, then id). */
    public CompletableFuture<Slice<CacheFile>> list(
            Caller caller, Id<Project> project, @Nullable Long challenge, Page page) {
        return parts.list(
                caller, project, repositories -> repositories.cacheFiles().of(project, challenge, page));
    }

    /** Changes what is said of it, if it is still of version {@code ifVersion}; whatever its version, if that is null. */
    public Committed<CacheFile> change(
            Caller caller, Id<Project> project, Id<CacheFile> id, CacheFileChange change, @Nullable Long ifVersion) {
        return parts.change(caller, project, id, change::of, ifVersion);
    }

    /** Returns what was deleted; the file itself stays where it is. */
    public Committed<CacheFile> delete(Caller caller, Id<Project> project, Id<CacheFile> id, @Nullable Long ifVersion) {
        return parts.delete(caller, project, id, ifVersion);
    }
}
