package dev.atlas.application.imports;

import dev.atlas.domain.Json;
import dev.atlas.domain.imports.ImportedRow;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that was read and not yet acted upon.
 *
 * @param id of the entity: the one it has become at an earlier import, or a new one
 * @param entity what it stands for; absent if the row must be left out
 * @param problem why it must be left out; absent otherwise
 * @param known the row at the last import; absent if it is new
 */
record ReadRow<E>(
        String key,
        UUID id,
        Cells cells,
        Json.Obj content,
        String digest,
        @Nullable E entity,
        @Nullable String problem,
        @Nullable ImportedRow known) {

    /** What became of a row. */
    enum Fate {
        CREATED,
        UPDATED,
        UNCHANGED,
        /** Unchanged in the source, or changed in vain: what it became was deleted in Atlas. */
        DELETED_SINCE,
        QUARANTINED
    }

    /** A row and what became of it, with the reason if it was left out. */
    record Settled<E>(ReadRow<E> row, Fate fate, @Nullable String reason) {}

    Settled<E> is(Fate fate) {
        return new Settled<>(this, fate, null);
    }

    Settled<E> quarantined(String reason) {
        return new Settled<>(this, Fate.QUARANTINED, reason);
    }
}
