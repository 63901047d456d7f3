package dev.atlas.application.storage;

import org.jspecify.annotations.Nullable;

/**
 * All records that move, from a store or from an export: kind by kind, each in key order, each kind ending with a page
 * that is its last. Belongs to one thread.
 */
interface RecordSource extends AutoCloseable {

    /** The next page, or null when all kinds have ended. */
    @Nullable
    Page next();

    @Override
    void close();
}
