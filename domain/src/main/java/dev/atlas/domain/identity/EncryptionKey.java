package dev.atlas.domain.identity;

import dev.atlas.domain.Instants;
import java.time.Instant;

/**
 * The fact that a key may have encrypted something here. The key itself is kept by the nodes, never by the store.
 *
 * @param id computed from the key, so that no two keys share it
 */
public record EncryptionKey(String id, Instant createdAt, long version) {

    public EncryptionKey {
        createdAt = Instants.micros("created_at", createdAt);
    }
}
