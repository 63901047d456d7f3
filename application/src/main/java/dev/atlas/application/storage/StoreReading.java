package dev.atlas.application.storage;

import dev.atlas.domain.storage.Kind;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Records;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException;
import dev.atlas.domain.storage.StorageException.Unavailable;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads all of a store in one unit of work, that is, in one state, whatever is written meanwhile. Reads and encodes ahead
 * of whoever takes the pages, by a few pages and no more. Damaged records are among them; a {@link SoundReading} refuses them.
 */
final class StoreReading implements RecordSource {

    private static final int AHEAD = 6;
    private static final long TURN = 100;

    /** What the reading thread hands over. */
    private sealed interface Step {
        record Begun() implements Step {}

        record Read(Kind kind, CompletableFuture<List<EncodedRecord>> records, boolean last) implements Step {}

        record Ended(@Nullable Throwable failure) implements Step {}
    }

    private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(AHEAD);
    private final ExecutorService encoders = Executors.newVirtualThreadPerTaskExecutor();
    private final PageSize size = new PageSize();
    private volatile boolean closed;
    private boolean begun;
    private boolean ended;

    private StoreReading() {}

    /** Begins at once. */
    static StoreReading of(Storage storage, List<Kind> kinds) {
        StoreReading reading = new StoreReading();
        CompletableFuture<Boolean> unit = storage.readAsync(repositories -> {
            reading.hand(new Step.Begun());
            kinds.forEach(kind -> reading.read(repositories.records(), kind));
            return true;
        });
        Thread.ofVirtual().name("atlas-reading-end").start(() -> reading.awaitEnd(unit));
        return reading;
    }

    private void awaitEnd(CompletableFuture<Boolean> unit) {
        try {
            unit.join();
            hand(new Step.Ended(null));
        } catch (CompletionException e) {
            hand(new Step.Ended(e.getCause()));
        } catch (CancellationException e) {
            hand(new Step.Ended(e));
        }
    }

    private void read(Records records, Kind kind) {
        RecordKey after = null;
        boolean last = false;
        while (!last && !closed) {
            int rows = size.rows();
            Scan found = Scan.of(records, kind, after, rows);
            last = found.last();
            after = found.upTo();
            hand(new Step.Read(kind, CompletableFuture.supplyAsync(() -> encode(found), encoders), last));
        }
    }

    private List<EncodedRecord> encode(Scan found) {
        List<EncodedRecord> encoded = found.encode();
        size.seen(encoded);
        return encoded;
    }

    /** Waits for room; does nothing once this is closed. */
    private void hand(Step step) {
        try {
            boolean handed = false;
            while (!handed && !closed) {
                handed = steps.offer(step, TURN, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while reading", e);
        }
    }

    /**
     * The next page, or null at the end.
     *
     * @throws StorageException if the store could not be read to the end in one state
     */
    @Override
    public @Nullable Page next() {
        while (!ended) {
            switch (take()) {
                case Step.Begun ignored -> {
                    if (begun) {
                        throw new Unavailable("the store could not be read to the end in one state", null);
                    }
                    begun = true;
                }
                case Step.Read read -> {
                    return new Page(read.kind(), join(read.records()), read.last());
                }
                case Step.Ended end -> {
                    ended = true;
                    if (end.failure() != null) {
                        throw failure(end.failure());
                    }
                }
            }
        }
        return null;
    }

    private Step take() {
        try {
            return steps.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while waiting for records", e);
        }
    }

    private static <T> T join(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        }
    }

    private static RuntimeException failure(Throwable cause) {
        return cause instanceof RuntimeException ours ? ours : new IllegalStateException(cause);
    }

    @Override
    public void close() {
        closed = true;
        steps.clear();
        encoders.close();
    }
}
