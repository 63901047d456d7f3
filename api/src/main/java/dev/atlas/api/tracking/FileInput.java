package dev.atlas.api.tracking;

import dev.atlas.domain.tracking.CheckpointFile;
import org.jspecify.annotations.Nullable;

/** Where a checkpoint lies. */
public record FileInput(
        @Nullable String path,
        @Nullable Double sizeMb,
        @Nullable String checksum,
        @Nullable String format) {

    static CheckpointFile file(@Nullable FileInput file) {
        return file == null
                ? CheckpointFile.NONE
                : new CheckpointFile(file.path, file.sizeMb, file.checksum, file.format);
    }
}
