package dev.atlas.domain.identity;

import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.storage.Aggregates;
import java.time.Instant;
import java.util.List;

/** Every sign-in that has not ended. Those of a user go with the user. */
public interface Sessions extends Aggregates<Id<Session>, Session> {

    /** Those of this user, expired ones included, newest first (by time of creation, then id). */
    Slice<Session> ofUser(Id<User> user, Page page);

    /** Up to {@code limit} that expired before {@code time}, whosever they are, the oldest first. */
    List<Session> expiredBefore(Instant time, int limit);
}
