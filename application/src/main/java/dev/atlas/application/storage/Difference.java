package dev.atlas.application.storage;

import java.util.List;

/** A record that is not the same in both stores; {@code kind} and {@code key} name it. */
public sealed interface Difference {

    String kind();

    String key();

    /** The target does not have it. */
    record Missing(String kind, String key) implements Difference {}

    /** The source does not have it. */
    record Extra(String kind, String key) implements Difference {}

    /** Both have it, and these fields differ; never none. */
    record Changed(String kind, String key, List<FieldDifference> fields) implements Difference {}
}
