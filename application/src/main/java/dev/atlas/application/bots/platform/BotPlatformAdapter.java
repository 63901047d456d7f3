package dev.atlas.application.bots.platform;

import dev.atlas.application.bots.inbox.BotChannel;
import dev.atlas.domain.bots.BotPlatform;
import java.net.URI;

/** A chat platform, as Atlas knows it. Found on the class path. Safe for many threads. */
public interface BotPlatformAdapter {

    BotPlatform platform();

    /** Where it is unless {@code ATLAS_BOTS_<PLATFORM>_URL} says otherwise. */
    URI api();

    /** Reads what somebody sent who says that they are the platform, once that is proven. */
    WebhookReading read(BotAccess access, WebhookRequest request);

    /** True if what proves that a message comes from the platform is Atlas's to choose; false if the platform gives it. */
    boolean choosesSecret();

    /** The way to it. */
    BotChannel channel(BotAccess access);

    /** Asks it about the bot. Never throws: what is wrong is part of the answer. */
    BotHealth health(BotAccess access);

    /**
     * Has it send what comes to this address.
     *
     * @throws PlatformFailure if it does not take that
     */
    void register(BotAccess access, URI webhook);
}
