package dev.atlas.platformwire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** How many messages are taken in how much time. */
final class TelegramRate {

    private final Deque<Long> taken = new ArrayDeque<>();
    private int most = Integer.MAX_VALUE;
    private long nanos = 1;

    synchronized void allow(int messages, Duration in) {
        most = messages;
        nanos = in.toNanos();
    }

    /** The answer to one that is too many; null if it is not. */
    synchronized @Nullable Said refusal() {
        long now = System.nanoTime();
        while (!taken.isEmpty() && now - taken.getFirst() > nanos) {
            taken.removeFirst();
        }
        if (taken.size() < most) {
            taken.addLast(now);
            return null;
        }
        long left = nanos - (now - taken.getFirst());
        return tooMany((int) (left / 1_000_000_000 + 1));
    }

    /** As Telegram says that something is too much. */
    static Said tooMany(int seconds) {
        ObjectNode error = TelegramServer.error(429, "Too Many Requests: retry after " + seconds);
        error.putObject("parameters").put("retry_after", seconds);
        return Said.json(429, error);
    }
}
