package dev.atlas.domain.identity;

import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.storage.Aggregates;
import dev.atlas.domain.storage.Unordered;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Everybody who works with Atlas, active or not. */
public interface Users extends Aggregates<Id<User>, User> {

    /** The unique rule on usernames. */
    String USERNAME = "users_username";

    /** The user of this name, or empty. */
    Optional<User> named(Username username);

    /** All, newest first (by time of creation, then id). */
    Slice<User> list(Page page, boolean includeInactive);

    /** Those of these ids that are there. */
    @Unordered
    List<User> among(Collection<Id<User>> ids);

    /** True if anybody has this role, active or not. */
    boolean anyWithRole(String role);

    /** Up to {@code limit} active users with one of these roles, in no particular order. */
    @Unordered
    List<User> activeWithRole(Collection<String> roles, int limit);
}
