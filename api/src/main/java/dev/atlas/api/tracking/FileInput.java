package dev.atlas.api.tracking;

import dev.atlas.api.http.Limits;
import dev.atlas.domain.tracking.CheckpointFile;
import org.jspecify.annotations.Nullable;

/** Where a checkpoint lies. */
public record FileInput(
        @Nullable @Limits(max = 4096) String path,
        @Nullable @Limits(min = 0) Double sizeMb,
        @Nullable @Limits(max = 200) String checksum,
        @Nullable @Limits(max = 100) String format) {

    static CheckpointFile file(@Nullable FileInput file) {
        return file == null
                ? CheckpointFile.NONE
                : new CheckpointFile(file.path, file.sizeMb, file.checksum, file.format);
    }
}
