package dev.atlas.domain.bots;

/** How many there are of something on a platform. */
public record PlatformCount(BotPlatform platform, long count) {}
