package dev.atlas.application.chat;

import dev.atlas.application.Foundation;
import dev.atlas.domain.chat.ChatSession;
import dev.atlas.domain.storage.EnvironmentSettings;
import dev.atlas.domain.storage.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets chats in which nothing was said or changed for as long as the deployment keeps them. */
public final class ChatRetention implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChatRetention.class);
    private static final String SETTING = "ATLAS_CHAT_KEPT";
    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    /** With all their messages in one unit of work: few, so that no unit is long. */
    private static final int SWEPT_AT_ONCE = 20;

    private final Foundation foundation;
    private final CountDownLatch closed = new CountDownLatch(1);

    ChatRetention(Foundation foundation) {
        this.foundation = foundation;
    }

    /**
     * How long chats are kept; empty for ever.
     *
     * @throws dev.atlas.domain.storage.CannotOpen if the setting is there and no time
     */
    public static Optional<Duration> kept(Map<String, String> environment) {
        Duration kept = new EnvironmentSettings(environment).duration(SETTING, Duration.ZERO, LONGEST);
        return kept.isZero() ? Optional.empty() : Optional.of(kept);
    }

    /** Sweeps now and then from a thread of its own, until it is closed. Any number of nodes may. */
    public void begin(Duration kept) {
        Thread.ofVirtual().name("atlas-chat-retention").start(() -> sweeps(kept));
    }

    private void sweeps(Duration kept) {
        try {
            do {
                sweepOrLater(kept);
            } while (!closed.await(BETWEEN_SWEEPS.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweepOrLater(Duration kept) {
        try {
            int swept = sweep(kept);
            if (swept > 0) {
                LOG.info("{} chats were kept for long enough and are gone", swept);
            }
        } catch (StorageException e) {
            LOG.warn("Chats that were kept for long enough stay until the next sweep: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Chats that were kept for long enough stay until the next sweep", e);
        }
    }

    /** Removes all chats that were not updated for this long, with their messages. Returns how many there were. */
    public int sweep(Duration kept) {
        Instant oldest = foundation.now().minus(kept);
        int all = 0;
        int some;
        do {
            some = foundation
                    .storage()
                    .write(repositories -> {
                        List<ChatSession> old = repositories.chatSessions().updatedBefore(oldest, SWEPT_AT_ONCE);
                        old.forEach(session -> repositories.chatSessions().remove(session.id()));
                        return old.size();
                    })
                    .value();
            all += some;
        } while (some == SWEPT_AT_ONCE && closed.getCount() > 0);
        return all;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
