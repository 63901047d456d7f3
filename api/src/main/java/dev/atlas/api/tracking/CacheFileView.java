package dev.atlas.api.tracking;

import dev.atlas.api.http.View;
import dev.atlas.domain.Id;
import dev.atlas.domain.projects.Project;
import dev.atlas.domain.tracking.CacheFile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A file of prepared windows. */
@View
public record CacheFileView(
        Id<CacheFile> id,
        Id<Project> projectId,
        @Nullable Long challenge,
        @Nullable String release,
        @Nullable String filePath,
        @Nullable Double fileSizeMb,
        @Nullable Long nWindows,
        @Nullable Long nChannels,
        @Nullable Long nTimes,
        @Nullable String checksum,
        Instant createdAt,
        long version) {

    static CacheFileView of(CacheFile file) {
        return new CacheFileView(
                file.id(),
                file.projectId(),
                file.challenge(),
                file.release(),
                file.path(),
                file.sizeMb(),
                file.windows(),
                file.channels(),
                file.times(),
                file.checksum(),
                file.createdAt(),
                file.version());
    }
}
