package dev.atlas.application.bots.platform;

import dev.atlas.application.bots.inbox.BotChannel;
import dev.atlas.domain.bots.BotInbound;
import dev.atlas.domain.bots.BotPlatform;
import java.net.URI;
import java.time.Duration;
import java.util.List;

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

    /**
     * Has it send nothing more; what waits there is kept.
     *
     * @throws PlatformFailure if it does not take that
     */
    void unregister(BotAccess access);

    /** True if it can be asked for what was said, as long as it sends nothing. */
    boolean polls();

    /**
     * Asks it for what was said, and waits for that.
     *
     * @param place up to which everything is safely stored; 0 at first
     * @throws PlatformFailure with {@link PlatformProblem.Taken} also if somebody else asks
     * @throws UnsupportedOperationException unless it {@link #polls}
     */
    Polled poll(BotAccess access, long place, Duration wait);

    /** What was said, and up to where that is everything. */
    record Polled(List<BotInbound> updates, long place) {
        public Polled {
            updates = List.copyOf(updates);
        }
    }
}
