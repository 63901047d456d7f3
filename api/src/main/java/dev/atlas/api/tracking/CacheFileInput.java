package dev.atlas.api.tracking;

import dev.atlas.api.http.Input;
import dev.atlas.application.tracking.NewCacheFile;
import org.jspecify.annotations.Nullable;

/** A file of prepared windows to be registered. */
public record CacheFileInput(
        @Nullable Long challenge,
        @Nullable String release,
        @Nullable String filePath,
        @Nullable Double fileSizeMb,
        @Nullable Long nWindows,
        @Nullable Long nChannels,
        @Nullable Long nTimes,
        @Nullable String checksum)
        implements Input {

    NewCacheFile wanted() {
        return new NewCacheFile(challenge, release, filePath, fileSizeMb, nWindows, nChannels, nTimes, checksum);
    }
}
