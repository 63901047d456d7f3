package dev.atlas.domain.tracking;

import dev.atlas.domain.Text;
import org.jspecify.annotations.Nullable;

/**
 * Where a checkpoint lies. Atlas keeps what it is told and never opens the file.
 *
 * @param path at most 4,096 code points; several checkpoints may name the same
 * @param sizeMb megabytes, finite, not negative
 * @param checksum such as {@code sha256:...}, at most 200 code points
 * @param format such as {@code pytorch}, at most 100 code points
 */
public record CheckpointFile(
        @Nullable String path,
        @Nullable Double sizeMb,
        @Nullable String checksum,
        @Nullable String format) {

    /** A file of which nothing is known: the same as none. */
    public static final CheckpointFile NONE = new CheckpointFile(null, null, null, null);

    public CheckpointFile {
        path = Text.optional("file.path", path, 4096);
        sizeMb = Numbers.finiteNotNegative("file.size_mb", sizeMb);
        checksum = Text.optional("file.checksum", checksum, 200);
        format = Text.optional("file.format", format, 100);
    }
}
