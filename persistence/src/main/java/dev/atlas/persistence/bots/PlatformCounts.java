package dev.atlas.persistence.bots;

import dev.atlas.domain.Words;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.bots.PlatformCount;
import dev.atlas.persistence.Condition.AnyOf;
import dev.atlas.persistence.Engine;
import dev.atlas.persistence.Listing;
import java.util.Collection;
import java.util.List;

/** Counts rows by their platform. */
final class PlatformCounts {

    private static final String PLATFORM = "platform";

    private PlatformCounts() {}

    /** @param time a column after the platform in an index, so that it is enough */
    static List<PlatformCount> of(Engine engine, Listing<?> wanted, Collection<BotPlatform> platforms, String time) {
        engine.unit().reading();
        AnyOf there = new AnyOf(PLATFORM, platforms.stream().map(Words::of).toList());
        return engine.lister().groups(wanted.where(there), PLATFORM, time).stream()
                .map(group ->
                        new PlatformCount(Words.constant(BotPlatform.class, (String) group.value()), group.rows()))
                .toList();
    }
}
