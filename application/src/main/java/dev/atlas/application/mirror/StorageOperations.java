package dev.atlas.application.mirror;

import dev.atlas.application.Foundation;
import dev.atlas.application.Refusal;
import dev.atlas.application.Refusal.WrongState;
import dev.atlas.domain.Id;
import dev.atlas.domain.storage.Committed;
import dev.atlas.domain.storage.StorageException;
import java.io.Serial;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was begun on the stores and goes on by itself: one at a time, the last ones remembered until the process ends. Safe
 * for any number of threads.
 */
final class StorageOperations implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StorageOperations.class);
    private static final int KEPT = 100;
    private static final Duration CLOSE = Duration.ofSeconds(20);

    private final Foundation foundation;
    private final SequencedMap<Id<StorageOperation>, StorageOperation> kept = new LinkedHashMap<>();
    private @Nullable Thread running;
    private volatile boolean closed;

    /** Thrown into an operation that is to end. */
    private static final class Stopped extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    StorageOperations(Foundation foundation) {
        this.foundation = foundation;
    }

    /**
     * Begins one, unless another one goes on.
     *
     * @param noting notes that it is begun; it is not if that fails
     * @param work does it, and answers how it ended; it calls what it is given every now and then, which may throw
     * @throws WrongState {@code storage.busy}
     */
    synchronized Committed<StorageOperation> begin(
            StorageTask task,
            Supplier<Committed<Boolean>> noting,
            BiFunction<StorageOperation, Consumer<MirrorStatus>, StorageOperation> work) {
        if (closed || running != null) {
            throw new WrongState("storage.busy", "The stores are being verified or switched already.");
        }
        Committed<Boolean> noted = noting.get();
        StorageOperation begun = StorageOperation.running(foundation.ids().next(), task, foundation.now());
        keep(begun);
        running = Thread.ofPlatform().name("atlas-storage-operation").start(() -> run(begun, work));
        return new Committed<>(begun, noted.position());
    }

    private void run(
            StorageOperation begun, BiFunction<StorageOperation, Consumer<MirrorStatus>, StorageOperation> work) {
        StorageOperation ended = outcome(begun, work);
        LOG.info("The {} {} ended: {}", begun.task(), begun.id(), ended.state());
        synchronized (this) {
            keep(ended.at(foundation.now()));
            running = null;
        }
    }

    private StorageOperation outcome(
            StorageOperation begun, BiFunction<StorageOperation, Consumer<MirrorStatus>, StorageOperation> work) {
        try {
            return work.apply(begun, status -> requireOpen());
        } catch (Refusal e) {
            return begun.ended(OperationState.FAILED, e.code(), e.getMessage());
        } catch (Stopped e) {
            return begun.ended(OperationState.CANCELLED, "storage.stopped", "Atlas was stopped.");
        } catch (StorageException e) {
            LOG.warn("The {} {} was given up", begun.task(), begun.id(), e);
            return begun.ended(
                    OperationState.CANCELLED,
                    "storage.gave_up",
                    "A store did not answer, or not in time. The primary serves on; the log has the details.");
        } catch (RuntimeException e) {
            LOG.error("The {} {} failed", begun.task(), begun.id(), e);
            return begun.ended(
                    OperationState.FAILED, "storage.failed", "Something went wrong in Atlas; its log has the details.");
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new Stopped();
        }
    }

    private void keep(StorageOperation operation) {
        kept.put(operation.id(), operation);
        if (kept.size() > KEPT) {
            kept.pollFirstEntry();
        }
    }

    synchronized Optional<StorageOperation> find(Id<StorageOperation> id) {
        return Optional.ofNullable(kept.get(id));
    }

    /** Ends the one that goes on as soon as it can be ended, and waits for that. */
    @Override
    public void close() {
        closed = true;
        Thread last;
        synchronized (this) {
            last = running;
        }
        try {
            if (last != null && !last.join(CLOSE)) {
                LOG.warn(
                        "An operation on the stores takes too long to be waited for; the next start settles what it leaves");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
