package dev.atlas.domain.followers;

import dev.atlas.domain.storage.Aggregates;
import java.util.List;

/** Those who follow this store, by their names. They never move to another store. */
public interface Followers extends Aggregates<String, Follower> {

    /** Up to {@code limit} of them, by name. */
    List<Follower> list(int limit);
}
