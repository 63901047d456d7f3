package dev.atlas.persistence.followers;

import dev.atlas.domain.followers.Follower;
import dev.atlas.domain.followers.Followers;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import dev.atlas.persistence.StoredAggregates;
import dev.atlas.persistence.Table;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class StoredFollowers extends StoredAggregates<String, Follower, FollowerRow, String> implements Followers {

    StoredFollowers(FollowerRows rows, FollowerRowMapper mapper, Engine engine) {
        super(Table.of(FollowerRow.class), rows, mapper, engine);
    }

    @Override
    protected String column(String name) {
        return name;
    }

    @Override
    public List<Follower> list(int limit) {
        return all(Listing.of(FollowerRow.class).ascending("id").atMost(limit));
    }
}
