package dev.atlas.domain.bots;

import dev.atlas.domain.Id;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Aggregates;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The codes with which accounts are being linked. They belong to one store and never move to another. */
public interface LinkCodes extends Aggregates<Id<LinkCode>, LinkCode> {

    /** The unique rule that a user has one code for a platform. */
    String ONE_PER_USER = "link_codes_one_per_user";

    /** The unique rule that no two codes of a platform are the same. */
    String ONE_PER_DIGEST = "link_codes_one_per_digest";

    /** That of this user for this platform. */
    Optional<LinkCode> of(Id<User> user, BotPlatform platform);

    /** The one with this digest. */
    Optional<LinkCode> withDigest(BotPlatform platform, String digest);

    /** Up to {@code limit} of this platform, those that expire last first (then by id, descending). */
    List<LinkCode> of(BotPlatform platform, int limit);

    /** Up to {@code limit} that expire before {@code time}, the earliest first (then by id). */
    List<LinkCode> expiringBefore(Instant time, int limit);
}
