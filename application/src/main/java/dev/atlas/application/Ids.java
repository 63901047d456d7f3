package dev.atlas.application;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import dev.atlas.domain.Id;
import java.time.Clock;
import java.util.Random;
import java.util.random.RandomGenerator;

/** Makes new ids: UUIDv7, so that those made one after the other lie side by side in every index. Safe for many threads. */
public final class Ids {

    private final TimeBasedEpochRandomGenerator generator;

    public Ids(Clock clock, RandomGenerator random) {
        this.generator = Generators.timeBasedEpochRandomGenerator(Random.from(random), new UUIDClock() {
            @Override
            public long currentTimeMillis() {
                return clock.millis();
            }
        });
    }

    public <T> Id<T> next() {
        return new Id<>(generator.generate());
    }
}
