package dev.atlas.mongo;

import com.mongodb.MongoException;
import dev.atlas.domain.storage.StorageException.Fenced;

/**
 * What belongs to an attempt at a unit of work beside the work itself, so that all of it is in one term. Each part throws
 * {@link Fenced} if it cannot be, and {@link MongoException} for what MongoDB says.
 */
interface Passage {

    /** For a unit that only reads: it may do so in any term. */
    Passage READING = new Passage() {};

    /** Before the transaction. */
    default void prepare() {}

    /** As the first part of the transaction. */
    default void begin(Unit unit) {}

    /** As its last part. */
    default void end(Unit unit) {}
}
