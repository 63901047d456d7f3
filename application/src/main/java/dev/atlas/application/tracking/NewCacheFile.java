package dev.atlas.application.tracking;

import org.jspecify.annotations.Nullable;

/** What somebody says about a cache file. The rules of the values are those of {@link dev.atlas.domain.tracking.CacheFile}. */
public record NewCacheFile(
        @Nullable Long challenge,
        @Nullable String release,
        @Nullable String path,
        @Nullable Double sizeMb,
        @Nullable Long windows,
        @Nullable Long channels,
        @Nullable Long times,
        @Nullable String checksum) {}
