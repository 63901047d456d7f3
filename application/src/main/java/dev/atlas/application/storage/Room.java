package dev.atlas.application.storage;

import dev.atlas.domain.idempotency.IdempotencyRecord;
import dev.atlas.domain.idempotency.RecordedAnswer;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a store that was full has room again. That a small write succeeds does not say so: an engine finds place for one in
 * what it has allocated already.
 */
final class Room {

    private static final Logger LOG = LoggerFactory.getLogger(Room.class);

    /** Characters, all of one byte. */
    private static final int SIZE = 1 << 20;

    private Room() {}

    /**
     * Writes a record of a megabyte and removes it, one that belongs to the store alone and has expired already. False if that
     * does not succeed, for whatever reason.
     */
    static boolean isIn(Storage storage) {
        RecordedAnswer large = new RecordedAnswer(200, null, null, "0".repeat(SIZE));
        IdempotencyRecord filler =
                new IdempotencyRecord(UUID.randomUUID().toString(), "", large, Instant.EPOCH, Instant.EPOCH, 0);
        try {
            storage.write(to -> to.idempotencyRecords().add(filler));
            storage.write(to -> to.idempotencyRecords().remove(filler.id()));
            return true;
        } catch (StorageException e) {
            LOG.debug("The store has no room for a megabyte yet, or cannot be asked", e);
            return false;
        }
    }
}
