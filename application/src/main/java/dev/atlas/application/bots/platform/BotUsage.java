package dev.atlas.application.bots.platform;

import dev.atlas.domain.bots.BotFigures;
import dev.atlas.domain.bots.BotPlatform;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What bots were used for since a time.
 *
 * @param days how many were asked for
 * @param since the beginning of the hour in which they began
 * @param conversations in how many something was said since then
 * @param linkedAccounts how many there are now
 * @param byPlatform each that was asked for
 * @param byAgent those with most messages first
 */
public record BotUsage(
        long days,
        Instant since,
        long conversations,
        long linkedAccounts,
        BotFigures figures,
        List<OfPlatform> byPlatform,
        List<OfAgent> byAgent) {

    /** The part of one platform. */
    public record OfPlatform(BotPlatform platform, long conversations, long linkedAccounts, BotFigures figures) {}

    /**
     * The part of one agent.
     *
     * @param agent absent for what users said and what bots said by themselves
     */
    public record OfAgent(@Nullable String agent, BotFigures figures) {}
}
