package dev.atlas.application.imports;

import dev.atlas.domain.Json;
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
        @Nullable KnownRow known) {

    /** What became of a row. */
    enum Fate {
        CREATED,
        /** The same thing was in Atlas already, and stays. */
        ADOPTED,
        UPDATED,
        UNCHANGED,
        /** Unchanged in the source, or changed in vain: what it became was deleted in Atlas. */
        DELETED_SINCE,
        QUARANTINED
    }

    /**
     * A row and what became of it.
     *
     * @param entity as which it is in Atlas; absent if it was left out
     * @param reason why it was left out; absent otherwise
     */
    record Settled<E>(
            ReadRow<E> row,
            Fate fate,
            @Nullable E entity,
            @Nullable String reason) {}

    Settled<E> is(Fate fate) {
        return new Settled<>(this, fate, entity, null);
    }

    /** It is what is in Atlas already. */
    Settled<E> adoptedAs(E present) {
        return new Settled<>(this, Fate.ADOPTED, present, null);
    }

    Settled<E> quarantined(String reason) {
        return new Settled<>(this, Fate.QUARANTINED, null, reason);
    }
}
