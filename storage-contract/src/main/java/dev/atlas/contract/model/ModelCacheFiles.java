package dev.atlas.contract.model;

import dev.atlas.contract.samples.TrackingSamples;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.tracking.CacheFile;
import dev.atlas.domain.tracking.CacheFiles;
import org.jspecify.annotations.Nullable;

final class ModelCacheFiles extends ModelAggregates<Id<CacheFile>, CacheFile> implements CacheFiles {

    ModelCacheFiles(Model model) {
        super(TrackingSamples.CACHE_FILES, model);
    }

    @Override
    public Slice<CacheFile> of(Id<Project> project, @Nullable Long challenge, Page page) {
        return newestFirst(
                page,
                CacheFile::createdAt,
                file -> file.projectId().equals(project) && (challenge == null || challenge.equals(file.challenge())));
    }
}
