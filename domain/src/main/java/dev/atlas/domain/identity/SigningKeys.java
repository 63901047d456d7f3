package dev.atlas.domain.identity;

import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Aggregates;
import java.util.List;

/** The keys of access tokens. The newest signs; the others are good for what they signed. */
public interface SigningKeys extends Aggregates<Id<SigningKey>, SigningKey> {

    /** All, newest first (by time of creation, then id). */
    List<SigningKey> all();
}
