package dev.atlas.providers;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What all calls of a node share: connections, a clock that ends what takes too long, and the count of what is going on.
 *
 * @param clients by how long they wait for a connection, of which there are at most 60
 */
record Channel(
        Map<Duration, HttpClient> clients,
        ScheduledExecutorService timer,
        Places places,
        Backoff backoff,
        Clock clock) {

    static Channel open(Backoff backoff) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("provider-clock").factory());
        return new Channel(new ConcurrentHashMap<>(), timer, new Places(), backoff, Clock.systemUTC());
    }

    /** Follows no redirect: where a provider is, administrators say. */
    HttpClient client(Duration connect) {
        return clients.computeIfAbsent(connect, atMost -> HttpClient.newBuilder()
                .connectTimeout(atMost)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build());
    }
}
