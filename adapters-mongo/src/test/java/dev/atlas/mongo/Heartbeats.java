package dev.atlas.mongo;

import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.event.ServerHeartbeatFailedEvent;
import com.mongodb.event.ServerHeartbeatSucceededEvent;
import com.mongodb.event.ServerMonitorListener;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often the driver heard that a server is alive, and how often it had no patience to. */
final class Heartbeats implements ServerMonitorListener {

    private final AtomicInteger heard = new AtomicInteger();
    private final AtomicInteger tooSlow = new AtomicInteger();

    @Override
    public void serverHeartbeatSucceeded(ServerHeartbeatSucceededEvent event) {
        heard.incrementAndGet();
    }

    @Override
    public void serverHeartbeatFailed(ServerHeartbeatFailedEvent event) {
        if (event.getThrowable() instanceof MongoSocketReadTimeoutException) {
            tooSlow.incrementAndGet();
        }
    }

    int heard() {
        return heard.get();
    }

    int tooSlow() {
        return tooSlow.get();
    }
}
