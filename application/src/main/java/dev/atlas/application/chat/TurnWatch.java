package dev.atlas.application.chat;

import dev.atlas.application.providers.Cancellation;
import dev.atlas.domain.Id;
import dev.atlas.domain.chat.ChatMessage;
import dev.atlas.domain.storage.StorageException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks now and then, on a thread of its own, whether an answer that is being waited for was taken back on any node. */
final class TurnWatch {

    private static final Logger LOG = LoggerFactory.getLogger(TurnWatch.class);
    private static final long BETWEEN_LOOKS_MILLIS = 500;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final TurnLog log;
    private final Id<ChatMessage> answer;
    private final Cancellation cancellation;

    private TurnWatch(TurnLog log, Id<ChatMessage> answer, Cancellation cancellation) {
        this.log = log;
        this.answer = answer;
        this.cancellation = cancellation;
    }

    /** Cancels the call when its answer is no longer wanted, until it is closed. */
    static TurnWatch over(TurnLog log, Id<ChatMessage> answer, Cancellation cancellation) {
        TurnWatch watch = new TurnWatch(log, answer, cancellation);
        Thread.ofVirtual().name("atlas-turn-watch").start(watch::look);
        return watch;
    }

    private void look() {
        try {
            while (!ended.await(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS)) {
                if (unwanted()) {
                    cancellation.cancel();
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean unwanted() {
        try {
            return log.unwanted(answer);
        } catch (StorageException e) {
            LOG.debug("Whether an answer is still wanted is not known for now", e);
            return false;
        }
    }

    void close() {
        ended.countDown();
    }
}
