package dev.atlas.domain.tracking;

import dev.atlas.domain.Id;
import dev.atlas.domain.Instants;
import dev.atlas.domain.Text;
import dev.atlas.domain.projects.Project;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of prepared windows a project trains from. Atlas keeps what it is told and never opens the file.
 *
 * @param challenge 1 or 2
 * @param release such as {@code R1}, at most 100 code points
 * @param path at most 4,096 code points
 * @param sizeMb megabytes, finite, not negative
 * @param windows how many there are
 * @param channels how many each window has
 * @param times how many samples each channel has
 * @param checksum at most 200 code points
 * @param createdAt lists order by it
 */
public record CacheFile(
        Id<CacheFile> id,
        Id<Project> projectId,
        @Nullable Long challenge,
        @Nullable String release,
        @Nullable String path,
        @Nullable Double sizeMb,
        @Nullable Long windows,
        @Nullable Long channels,
        @Nullable Long times,
        @Nullable String checksum,
        Instant createdAt,
        long version) {

    public CacheFile {
        challenge = Numbers.challenge("challenge", challenge);
        release = Text.optional("release", release, 100);
        path = Text.optional("file_path", path, 4096);
        sizeMb = Numbers.finiteNotNegative("file_size_mb", sizeMb);
        windows = Numbers.notNegative("n_windows", windows);
        channels = Numbers.notNegative("n_channels", channels);
        times = Numbers.notNegative("n_times", times);
        checksum = Text.optional("checksum", checksum, 200);
        createdAt = Instants.micros("created_at", createdAt);
    }
}
