package dev.atlas.application.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record that is not the same in both stores; {@code kind} and {@code key} name it. */
public sealed interface Difference {

    String kind();

    String key();

    /** The target does not have it. */
    record Missing(String kind, String key) implements Difference {}

    /** The source does not have it. */
    record Extra(String kind, String key) implements Difference {}

    /**
     * What is stored for it on one side or on both cannot be read. At least one of the columns is named.
     *
     * @param source the first column that cannot be read there; null if the record can, or is not there
     * @param target the same for the target
     */
    record Damaged(
            String kind,
            String key,
            @Nullable String source,
            @Nullable String target) implements Difference {}

    /** Both have it, and these fields differ; never none. */
    record Changed(String kind, String key, List<FieldDifference> fields) implements Difference {}
}
