package dev.atlas.domain.identity;

import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.storage.Aggregates;
import java.util.Optional;

/** Every personal token that was not revoked. Those of a user go with the user. */
public interface PersonalTokens extends Aggregates<Id<PersonalToken>, PersonalToken> {

    /** The unique rule on hashes. */
    String HASH = "personal_tokens_hash";

    /** The one with this hash, expired or not, or empty. */
    Optional<PersonalToken> hashed(String hash);

    /** Those of this user, newest first (by time of creation, then id). */
    Slice<PersonalToken> ofUser(Id<User> user, Page page);
}
