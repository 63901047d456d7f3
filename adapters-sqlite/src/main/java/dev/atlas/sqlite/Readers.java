package dev.atlas.sqlite;

import dev.atlas.domain.storage.StorageException.Unavailable;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few platform threads that read, each with its own connection. Native calls would pin the carriers of virtual threads,
 * so these wait here instead.
 */
final class Readers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
    private static final int QUEUE = 10_000;

    /** Reads that may share a snapshot; more would gain nothing and keep the write-ahead log from being reset. */
    private static final int GROUP = 16;

    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final Connections connections;
    private final UnitRunner runner;
    private final BlockingQueue<Reading<?>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final List<Thread> threads;
    private final AtomicInteger running = new AtomicInteger();
    private volatile boolean closed;

    Readers(Connections connections, UnitRunner runner) {
        this.connections = connections;
        this.runner = runner;
        ThreadFactory names =
                Thread.ofPlatform().daemon().name("atlas-sqlite-reader-", 0).factory();
        this.threads = Stream.generate(() -> names.newThread(this::loop))
                .limit(connections.settings().readers())
                .toList();
        threads.forEach(Thread::start);
    }

    /** Completes on a reading thread. */
    <R> CompletableFuture<R> read(Supplier<R> work) {
        Reading<R> reading = new Reading<>(work);
        if (closed || !queue.offer(reading)) {
            reading.refused(closed ? Unavailable.closed(null) : new Unavailable("too many reads wait", null));
        } else if (closed && queue.remove(reading)) {
            reading.refused(Unavailable.closed(null));
        }
        return reading.answer();
    }

    /** Threads that are reading at this moment. */
    int running() {
        return running.get();
    }

    int waiting() {
        return queue.size();
    }

    /** Waits for the answer, within a bound. */
    static <R> R await(CompletableFuture<R> answer, Duration patience) {
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw Failures.of(e.getCause());
        } catch (TimeoutException e) {
            throw new Unavailable("waited too long for a turn to read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while reading", e);
        }
    }

    private void loop() {
        Queue<Reading<?>> group = new ArrayDeque<>();
        try (Reader reader = new Reader(connections, runner)) {
            while (!closed) {
                group.add(queue.take());
                queue.drainTo(group, Math.min(GROUP, queue.size() / threads.size()));
                running.incrementAndGet();
                try {
                    reader.serve(group);
                } finally {
                    running.decrementAndGet();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("A reader was told to end");
        }
    }

    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join(CLOSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<Reading<?>> late = new ArrayList<>();
        queue.drainTo(late);
        late.forEach(reading -> reading.refused(Unavailable.closed(null)));
    }
}
