package dev.atlas.contract.model;

import dev.atlas.contract.samples.FollowerSamples;
import dev.atlas.domain.followers.Follower;
import dev.atlas.domain.followers.Followers;
import java.util.Comparator;
import java.util.List;

final class ModelFollowers extends ModelAggregates<String, Follower> implements Followers {

    ModelFollowers(Model model) {
        super(FollowerSamples.FOLLOWERS, model);
    }

    @Override
    public List<Follower> list(int limit) {
        return where(follower -> true)
                .sorted(Comparator.comparing(Follower::name))
                .limit(limit)
                .toList();
    }
}
