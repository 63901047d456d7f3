package dev.atlas.contract.samples;

import dev.atlas.domain.followers.Follower;
import dev.atlas.domain.storage.Position;
import dev.atlas.domain.storage.Repositories;
import java.util.List;

/** Those who follow a store. */
public final class FollowerSamples {

    private static final int EPOCHS = 5;

    public static final Port<String, Follower> FOLLOWERS = new Port<>(
            "followers",
            Repositories::followers,
            (samples, repositories) -> new Follower(
                    samples.word(), new Position(samples.number(EPOCHS), samples.count()), samples.instant(), 0),
            List.of());

    public static final List<Port<?, ?>> PORTS = List.of(FOLLOWERS);

    private FollowerSamples() {}
}
