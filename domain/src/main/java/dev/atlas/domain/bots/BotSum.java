package dev.atlas.domain.bots;

import org.jspecify.annotations.Nullable;

/**
 * What several rollups come to.
 *
 * @param agent who answered; absent for what users said and for what no agent answered
 */
public record BotSum(BotPlatform platform, @Nullable String agent, BotFigures figures) {}
