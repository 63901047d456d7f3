package dev.atlas.application.bots.platform;

import dev.atlas.application.bots.inbox.BotChannel;
import dev.atlas.domain.bots.BotInbound;
import dev.atlas.domain.bots.BotPlatform;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A chat platform, as Atlas knows it. Found on the class path. Safe for many threads. */
public interface BotPlatformAdapter {

    BotPlatform platform();

    /** Where it is unless {@code ATLAS_BOTS_<PLATFORM>_URL} says otherwise. */
    URI api();

    /** Reads what somebody sent who says that they are the platform, once that is proven. */
    WebhookReading read(BotAccess access, WebhookRequest request);

    /** True if what proves that a message comes from the platform is Atlas's to choose; false if the platform gives it. */
    boolean choosesSecret();

    /** True if Atlas may listen to it instead, with a token of its own for that. */
    default boolean takesAppToken() {
        return false;
    }

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
     * Has it send nothing more, as it is asked or listened to instead; what waits there is kept.
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

    /** True if it can be listened to, with what it is spoken to with. */
    default boolean listens(BotAccess access) {
        return false;
    }

    /**
     * Listens to it, over connections that Atlas opens, as long as that is wanted and the thread is not interrupted.
     *
     * @param wanted asked every few seconds
     * @param receiver given one after the other; what it throws ends the listening, and that one is told again
     * @throws PlatformFailure if the platform does not let it
     * @throws UnsupportedOperationException unless it {@link #listens}
     */
    default void listen(BotAccess access, BooleanSupplier wanted, Consumer<BotInbound> receiver) {
        throw new UnsupportedOperationException("cannot be listened to");
    }

    /** What was said, and up to where that is everything. */
    record Polled(List<BotInbound> updates, long place) {
        public Polled {
            updates = List.copyOf(updates);
        }
    }
}
