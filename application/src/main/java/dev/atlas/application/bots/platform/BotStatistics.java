package dev.atlas.application.bots.platform;

import dev.atlas.application.Caller;
import dev.atlas.application.Foundation;
import dev.atlas.domain.Instants;
import dev.atlas.domain.InvalidValue;
import dev.atlas.domain.bots.BotFigures;
import dev.atlas.domain.bots.BotPlatform;
import dev.atlas.domain.bots.BotSum;
import dev.atlas.domain.bots.PlatformCount;
import dev.atlas.domain.identity.Permission;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.usage.RollupSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What bots are used for. All of it is added up by the store, of rollups: it takes as many questions and about as long whatever was
 * said.
 */
public final class BotStatistics {

    /** Days that can be asked for. */
    public static final int MOST_DAYS = 365;

    /** Most messages first, and of those that are equal what no agent said, then by name. */
    private static final Comparator<BotUsage.OfAgent> MOST_FIRST = Comparator.comparing(
                    (BotUsage.OfAgent of) -> of.figures().messages())
            .reversed()
            .thenComparing(BotUsage.OfAgent::agent, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Foundation foundation;

    private BotStatistics(Foundation foundation) {
        this.foundation = foundation;
    }

    public static BotStatistics over(Foundation foundation) {
        return new BotStatistics(foundation);
    }

    /**
     * Of the last days.
     *
     * @param days 1 to {@value #MOST_DAYS}
     * @param platform only what was said there; null for all
     */
    public CompletableFuture<BotUsage> usage(Caller caller, long days, @Nullable BotPlatform platform) {
        caller.require(Permission.BOTS_MANAGE);
        Instant since = since(days);
        return foundation.storage().readAsync(from -> usage(from, days, since, platform));
    }

    /** The same for those who may run commands on the machine. */
    public BotUsage usage(long days, @Nullable BotPlatform platform) {
        Instant since = since(days);
        return foundation.storage().read((Repositories from) -> usage(from, days, since, platform));
    }

    /** How many messages there were on each platform in the last 24 hours, from the beginning of the hour in which they began. */
    static Map<BotPlatform, Long> lastDay(Repositories from, Instant now, @Nullable BotPlatform platform) {
        Map<BotPlatform, Long> messages = new HashMap<>();
        sums(from, hoursBefore(now, 1), platform)
                .forEach(sum -> messages.merge(sum.platform(), sum.figures().messages(), Long::sum));
        return messages;
    }

    /** How many accounts are linked on each of these platforms; none for those that are not in it. */
    static Map<BotPlatform, Long> accounts(Repositories from, List<BotPlatform> platforms) {
        return byPlatform(from.botAccounts().counts(platforms));
    }

    private Instant since(long days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new InvalidValue("days", "must be between 1 and " + MOST_DAYS);
        }
        return hoursBefore(foundation.now(), days);
    }

    private static Instant hoursBefore(Instant now, long days) {
        return RollupSpan.HOUR.floor(now.minus(Duration.ofDays(days)));
    }

    private static BotUsage usage(Repositories from, long days, Instant since, @Nullable BotPlatform platform) {
        List<BotPlatform> platforms = platform == null ? List.of(BotPlatform.values()) : List.of(platform);
        List<BotSum> sums = sums(from, since, platform);
        Map<BotPlatform, Long> conversations =
                byPlatform(from.botConversations().counts(platforms, since));
        Map<BotPlatform, Long> accounts = accounts(from, platforms);
        Map<BotPlatform, BotFigures> figures = new HashMap<>();
        Map<@Nullable String, BotFigures> agents = new HashMap<>();
        for (BotSum sum : sums) {
            figures.merge(sum.platform(), sum.figures(), BotFigures::plus);
            agents.merge(sum.agent(), sum.figures(), BotFigures::plus);
        }
        return new BotUsage(
                days,
                since,
                conversations.values().stream().mapToLong(Long::longValue).sum(),
                accounts.values().stream().mapToLong(Long::longValue).sum(),
                figures.values().stream().reduce(BotFigures.NONE, BotFigures::plus),
                platforms.stream()
                        .map(each -> new BotUsage.OfPlatform(
                                each,
                                conversations.getOrDefault(each, 0L),
                                accounts.getOrDefault(each, 0L),
                                figures.getOrDefault(each, BotFigures.NONE)))
                        .toList(),
                agents.entrySet().stream()
                        .map(each -> new BotUsage.OfAgent(each.getKey(), each.getValue()))
                        .sorted(MOST_FIRST)
                        .toList());
    }

    /** Hours until a day begins, and days from there on. */
    private static List<BotSum> sums(Repositories from, Instant since, @Nullable BotPlatform platform) {
        Instant day = RollupSpan.DAY.ceiling(since);
        List<BotSum> sums = new ArrayList<>(from.botRollups().sums(RollupSpan.HOUR, since, day, platform));
        sums.addAll(from.botRollups().sums(RollupSpan.DAY, day, Instants.LATEST, platform));
        return sums;
    }

    private static Map<BotPlatform, Long> byPlatform(List<PlatformCount> counts) {
        return counts.stream().collect(Collectors.toMap(PlatformCount::platform, PlatformCount::count));
    }
}
