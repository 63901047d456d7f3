package dev.atlas.api.tracking;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.application.tracking.NewCacheFile;
import org.jspecify.annotations.Nullable;

/** A file of prepared windows to be registered. */
public record CacheFileInput(
        @Nullable @Limits(min = 1, max = 2) Long challenge,
        @Nullable @Limits(max = 100) String release,
        @Nullable @Limits(max = 4096) String filePath,
        @Nullable @Limits(min = 0) Double fileSizeMb,
        @Nullable @Limits(min = 0) Long nWindows,
        @Nullable @Limits(min = 0) Long nChannels,
        @Nullable @Limits(min = 0) Long nTimes,
        @Nullable @Limits(max = 200) String checksum)
        implements Input {

    NewCacheFile wanted() {
        return new NewCacheFile(challenge, release, filePath, fileSizeMb, nWindows, nChannels, nTimes, checksum);
    }
}
