package dev.atlas.domain.tracking;

import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.storage.Aggregates;
import org.jspecify.annotations.Nullable;

/** The cache files of all projects. One of a project that is not there is refused as {@link Aggregates} says. */
public interface CacheFiles extends Aggregates<Id<CacheFile>, CacheFile> {

    /** Those of this project, of this challenge unless that is null; newest first (by time of creation, then id). */
    Slice<CacheFile> of(Id<Project> project, @Nullable Long challenge, Page page);
}
