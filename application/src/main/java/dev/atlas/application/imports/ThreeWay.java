package dev.atlas.application.imports;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What to do when the source has changed a thing that people may have changed too: what people changed stays, the rest
 * follows the source. Source: decision 33 of the tracking design.
 *
 * @param base as the source had it at the last import
 * @param theirs as the source has it now
 * @param mine as Atlas has it now
 */
record ThreeWay<E>(E base, E theirs, E mine) {

    /** The same for a part of which only a mark was remembered. */
    <T> @Nullable T of(Function<E, @Nullable T> part, Function<T, T> mark) {
        T kept = part.apply(mine);
        T marked = kept == null ? null : mark.apply(kept);
        return Objects.equals(marked, part.apply(base)) ? part.apply(theirs) : kept;
    }

    /** The value of one part. */
    <T extends @Nullable Object> T of(Function<E, T> part) {
        T kept = part.apply(mine);
        return Objects.equals(kept, part.apply(base)) ? part.apply(theirs) : kept;
    }
}
