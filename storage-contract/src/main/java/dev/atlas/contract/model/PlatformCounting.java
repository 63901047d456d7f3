package dev.atlas.contract.model;

import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.bots.PlatformCount;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many there are on each platform that is asked for. */
final class PlatformCounting {

    private PlatformCounting() {}

    static List<PlatformCount> counts(Stream<BotPlatform> there, Collection<BotPlatform> wanted) {
        return there
                .filter(wanted::contains)
                .collect(Collectors.groupingBy(platform -> platform, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> new PlatformCount(each.getKey(), each.getValue()))
                .toList();
    }
}
