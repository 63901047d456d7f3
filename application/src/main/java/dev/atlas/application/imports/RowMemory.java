package dev.atlas.application.imports;

import dev.atlas.domain.storage.Repositories;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Where the rows of one source are remembered, so that they are recognised again. */
interface RowMemory {

    /** Those of these rows of a table that were imported before, by key. */
    Map<String, KnownRow> known(String table, Collection<String> keys);

    /** True if several imports may remember rows of this source at once. */
    default boolean shared() {
        return false;
    }

    /** True if this row is remembered by now, in a unit of work that was begun after it was looked for. */
    default boolean knows(Repositories from, String table, String key) {
        return false;
    }

    /** The id under which a row is remembered for the first time. */
    UUID idOf(String table, String key);

    void add(Repositories to, KnownRow row, Instant now);

    /** Replaces the one of the same id and version. */
    void replace(Repositories to, KnownRow row, Instant now);
}
