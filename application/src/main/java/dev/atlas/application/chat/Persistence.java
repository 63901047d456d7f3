package dev.atlas.application.chat;

import dev.atlas.application.Refusal;
import dev.atlas.domain.storage.StorageException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Storing what must not be lost once storage takes it again, on a thread of its own, as long as this node lives. */
final class Persistence {

    private static final Logger LOG = LoggerFactory.getLogger(Persistence.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final int ATTEMPTS = 10;

    private Persistence() {}

    /** One attempt, whose outcome nobody waits for any more. */
    @FunctionalInterface
    interface Storing {
        Object store();
    }

    /**
     * Tries again and again, with growing pauses, for some minutes.
     *
     * @param what for the log
     * @param storing may be done twice without harm
     */
    static void later(String what, Storing storing) {
        Thread.ofVirtual().name("atlas-persistence").start(() -> attempts(what, storing));
    }

    private static void attempts(String what, Storing storing) {
        Duration pause = FIRST_PAUSE;
        try {
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                Thread.sleep(pause);
                if (stored(what, storing)) {
                    return;
                }
                pause = pause.multipliedBy(2);
            }
            LOG.error("Storage did not take {} in {} attempts: it is lost", what, ATTEMPTS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean stored(String what, Storing storing) {
        try {
            storing.store();
            return true;
        } catch (StorageException e) {
            LOG.warn("Storage does not take {} yet: {}", what, e.getMessage());
            return false;
        } catch (Refusal e) {
            return true; // its chat is gone
        }
    }
}
