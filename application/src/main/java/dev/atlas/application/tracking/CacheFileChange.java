package dev.atlas.application.tracking;

import dev.atlas.application.Change;
import dev.atlas.domain.tracking.CacheFile;

/** A merge patch of a cache file. */
public record CacheFileChange(
        Change<Long> challenge,
        Change<String> release,
        Change<String> path,
        Change<Double> sizeMb,
        Change<Long> windows,
        Change<Long> channels,
        Change<Long> times,
        Change<String> checksum) {

    CacheFile of(CacheFile current) {
        return new CacheFile(
                current.id(),
                current.projectId(),
                challenge.from(current.challenge()),
                release.from(current.release()),
                path.from(current.path()),
                sizeMb.from(current.sizeMb()),
                windows.from(current.windows()),
                channels.from(current.channels()),
                times.from(current.times()),
                checksum.from(current.checksum()),
                current.createdAt(),
                current.version());
    }
}
