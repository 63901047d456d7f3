package dev.atlas.application.bots.inbox;

import dev.atlas.application.bots.platform.PlatformFailure;
import dev.atlas.domain.bots.BotInbound;
import dev.atlas.domain.bots.BotPlatform;
import org.jspecify.annotations.Nullable;

/** The way to a platform. Safe for many threads. */
public interface BotChannel {

    BotPlatform platform();

    /** What is before the word of a command there, such as a slash. */
    String commandSign();

    /**
     * Shows that an answer is being made, until this is closed. Neither throws: nobody would do without an answer because of it.
     *
     * @param of what is being answered
     */
    Working working(BotInbound of);

    /** What people there know by whoever said it; absent if the platform does not tell. Never throws, as nothing fails for a name. */
    default @Nullable String senderName(BotInbound of) {
        return of.senderName();
    }

    /** Cuts an answer into what the platform takes at once. The same answer is cut in the same way each time. */
    Parts parts(BotInbound of, String markdown);

    /** What is shown while an answer is being made. */
    @FunctionalInterface
    interface Working extends AutoCloseable {

        @Override
        void close();
    }

    /** An answer as the platform takes it. */
    interface Parts {

        /** How many; at least one. */
        int count();

        /**
         * Sends one of them.
         *
         * @param part from 0
         * @param repeated true if it may have been sent before; people are told so
         * @return what the platform knows it by; null if it does not tell
         * @throws PlatformFailure whose problem says whether it may have arrived, and whether it will later
         */
        @Nullable
        String send(int part, boolean repeated);
    }
}
