package dev.atlas.application.bots.inbox;

import dev.atlas.domain.bots.BotPlatform;
import java.util.Optional;

/** The ways to all platforms, as they are set up at this moment. */
@FunctionalInterface
public interface BotChannels {

    /** Empty if this platform is not set up, or not enabled. */
    Optional<BotChannel> to(BotPlatform platform);
}
