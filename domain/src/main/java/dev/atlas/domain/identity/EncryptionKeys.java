package dev.atlas.domain.identity;

import dev.atlas.domain.storage.Aggregates;
import java.util.List;

/**
 * The keys that something in the store is, or was, encrypted with. One that still is in use cannot be removed, and what
 * is encrypted with one that is not here cannot be added.
 */
public interface EncryptionKeys extends Aggregates<String, EncryptionKey> {

    /** All, by id. */
    List<EncryptionKey> all();
}
