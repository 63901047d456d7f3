package dev.atlas.api.tracking;

import dev.atlas.api.http.Input;
import dev.atlas.api.http.Limits;
import dev.atlas.api.http.Patch;
import dev.atlas.application.tracking.CacheFileChange;
import org.jspecify.annotations.Nullable;

/** A merge patch of a cache file. */
public record CacheFilePatch(
        @Nullable @Limits(min = 1, max = 2) Long challenge,
        @Nullable @Limits(max = 100) String release,
        @Nullable @Limits(max = 4096) String filePath,
        @Nullable @Limits(min = 0) Double fileSizeMb,
        @Nullable @Limits(min = 0) Long nWindows,
        @Nullable @Limits(min = 0) Long nChannels,
        @Nullable @Limits(min = 0) Long nTimes,
        @Nullable @Limits(max = 200) String checksum,
        Patch patch)
        implements Input {

    CacheFileChange change() {
        return new CacheFileChange(
                patch.of("challenge", challenge),
                patch.of("release", release),
                patch.of("file_path", filePath),
                patch.of("file_size_mb", fileSizeMb),
                patch.of("n_windows", nWindows),
                patch.of("n_channels", nChannels),
                patch.of("n_times", nTimes),
                patch.of("checksum", checksum));
    }
}
