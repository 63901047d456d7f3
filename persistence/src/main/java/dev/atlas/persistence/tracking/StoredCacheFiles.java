package dev.atlas.persistence.tracking;

import dev.atlas.domain.Cursor;
import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.tracking.CacheFile;
import dev.atlas.domain.tracking.CacheFiles;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredById;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

@Singleton
class StoredCacheFiles extends StoredById<CacheFile, CacheFileRow> implements CacheFiles {

    StoredCacheFiles(CacheFileRows rows, CacheFileRowMapper mapper, Engine engine) {
        super(CacheFileRow.class, rows, mapper, engine);
    }

    @Override
    public Slice<CacheFile> of(Id<Project> project, @Nullable Long challenge, Page page) {
        Listing<CacheFileRow> files = Listing.of(CacheFileRow.class)
                .whereEqual("project_id", project.value())
                .whereEqual("challenge", challenge)
                .newestFirst("created_at", page);
        return Slice.of(
                all(files),
                page.limit(),
                file -> new Cursor(file.createdAt(), file.id().value()));
    }
}
