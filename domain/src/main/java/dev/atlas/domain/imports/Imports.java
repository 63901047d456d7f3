package dev.atlas.domain.imports;

import dev.atlas.domain.Id;
import dev.atlas.domain.Page;
import dev.atlas.domain.Slice;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Aggregates;

/**
 * The imports that were asked for. They belong to one store and never move to another. One of a user who is not there is
 * refused as {@link Aggregates} says; those of a user go with the user.
 */
public interface Imports extends Aggregates<Id<Import>, Import> {

    /** Those of this user, newest first (by time, then id). */
    Slice<Import> ofUser(Id<User> user, Page page);
}
