package dev.atlas.api.tracking;

import dev.atlas.api.http.View;
import dev.atlas.domain.tracking.CheckpointFile;
import org.jspecify.annotations.Nullable;

/** Where a checkpoint lies. */
@View
public record FileView(
        @Nullable String path,
        @Nullable Double sizeMb,
        @Nullable String checksum,
        @Nullable String format) {

    static @Nullable FileView of(CheckpointFile file) {
        return file.equals(CheckpointFile.NONE)
                ? null
                : new FileView(file.path(), file.sizeMb(), file.checksum(), file.format());
    }
}
