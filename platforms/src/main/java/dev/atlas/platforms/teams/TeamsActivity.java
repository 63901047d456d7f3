package dev.atlas.platforms.teams;

import dev.atlas.application.bots.platform.InboundMessage;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened where the bot is. Nothing of it is true before {@link TeamsTokens#accept}.
 *
 * @param channel {@code msteams}, or another way to the bot
 * @param serviceAddress where answers go
 * @param message what somebody said; absent if it is none
 */
public record TeamsActivity(
        String channel, String serviceAddress, @Nullable InboundMessage message) {}
