package dev.atlas.api.http;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Pieces of an answer on their way from the one thread that makes them to the one reader. Whoever makes them faster than they are
 * read waits, so that no answer takes more memory than a few of them.
 */
public final class Pieces<P> implements AutoCloseable {

    /** Nobody reads any more. */
    public static final class ReaderGone extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ReaderGone() {
            super(null, null, false, false);
        }
    }

    private static final Scheduler THREADS =
            Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());

    /** Pieces that wait for the reader at most. */
    private static final int AHEAD = 16;

    private static final long LOOK_MILLIS = 250;

    /** A reader that takes nothing for so long has gone without a word. */
    private static final long PATIENCE_NANOS = Duration.ofMinutes(1).toNanos();

    /** A piece on its way, or the end. */
    private record Place<P>(@Nullable P piece) {}

    private final BlockingQueue<Place<P>> waiting = new ArrayBlockingQueue<>(AHEAD);

    private final Runnable whenReaderGone;
    private volatile boolean readerGone;

    /** @param whenReaderGone done at least once, on any thread, if the reader goes before the end */
    public Pieces(Runnable whenReaderGone) {
        this.whenReaderGone = whenReaderGone;
    }

    /** The pieces, for one reader. */
    public Flux<P> published() {
        return Flux.<P, Pieces<P>>generate(() -> this, (pieces, sink) -> pieces.next(sink))
                .doOnCancel(this::gone)
                .doOnError(e -> gone())
                .subscribeOn(THREADS);
    }

    /** Hands a piece on as soon as there is room. Throws {@link ReaderGone}. */
    public void put(P piece) {
        offer(new Place<>(piece));
        if (readerGone) {
            throw new ReaderGone();
        }
    }

    /** Hands a piece on unless the reader has gone. */
    public void last(P piece) {
        offer(new Place<>(piece));
    }

    @Override
    public void close() {
        offer(new Place<>(null));
    }

    private void gone() {
        readerGone = true;
        whenReaderGone.run();
    }

    private void offer(Place<P> place) {
        long began = System.nanoTime();
        try {
            while (!readerGone && !waiting.offer(place, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() - began > PATIENCE_NANOS) {
                    gone();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            gone();
        }
    }

    private Pieces<P> next(SynchronousSink<P> sink) {
        try {
            Place<P> next = null;
            while (next == null && !readerGone) {
                next = waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
            if (next != null && next.piece() != null) {
                sink.next(next.piece());
            } else {
                sink.complete();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            sink.complete();
        }
        return this;
    }
}
