package dev.atlas.application.chat;

import dev.atlas.application.providers.Cancellation;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.storage.StorageException;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then whether answers that this node waits for were taken back on any node. However many there are, one thread looks
 * for all of them, one after the other: a store that is slow is asked less often.
 */
final class TurnWatch {

    private static final Logger LOG = LoggerFactory.getLogger(TurnWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Map<Id<ChatMessage>, Cancellation> waiting = new ConcurrentHashMap<>();
    private final TurnLog log;
    private boolean looking;

    TurnWatch(TurnLog log) {
        this.log = log;
    }

    /** Cancels the call when its answer is no longer wanted, until it is {@link #left}. */
    synchronized void over(Id<ChatMessage> answer, Cancellation cancellation) {
        waiting.put(answer, cancellation);
        if (!looking) {
            looking = true;
            Thread.ofVirtual().name("atlas-turn-watch").start(this::look);
        }
    }

    void left(Id<ChatMessage> answer) {
        waiting.remove(answer);
    }

    /** Cancels at once what this node waits for of these. */
    void cancel(Collection<Id<ChatMessage>> answers) {
        answers.forEach(answer -> {
            Cancellation call = waiting.get(answer);
            if (call != null) {
                call.cancel();
            }
        });
    }

    private void look() {
        try {
            do {
                Thread.sleep(BETWEEN_LOOKS);
                cancel(unwanted());
            } while (goesOn());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean goesOn() {
        looking = !waiting.isEmpty();
        return looking;
    }

    private Set<Id<ChatMessage>> unwanted() {
        try {
            return log.unwanted(Set.copyOf(waiting.keySet()));
        } catch (StorageException e) {
            LOG.debug("Whether answers are still wanted is not known for now", e);
            return Set.of();
        }
    }
}
