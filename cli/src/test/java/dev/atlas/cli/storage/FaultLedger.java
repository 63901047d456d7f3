package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.contract.Await;
import dev.atlas.contract.UnitWriter;
import dev.atlas.domain.storage.RecordKey;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** Several who write all the time, and keep a ledger of what was acknowledged, what was refused, and of what they know nothing. */
final class FaultLedger implements AutoCloseable {

    private static final int WRITERS = 2;
    private static final Duration BOUND = Duration.ofSeconds(60);

    /** From the end of a unit to the next one of the same writer: every engine can be mirrored to as fast as that. */
    private static final Duration PAUSE = Duration.ofMillis(40);

    private final Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<UUID> refused = new ConcurrentLinkedQueue<>();
    private final Queue<UUID> unknown = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    FaultLedger(Storage storage) {
        for (int i = 0; i < WRITERS; i++) {
            threads.add(Thread.ofPlatform()
                    .uncaughtExceptionHandler((thread, e) -> failures.add(e))
                    .start(() -> write(storage)));
        }
    }

    private void write(Storage storage) {
        UnitWriter writer = new UnitWriter(storage);
        while (!stopped) {
            UUID unit = UUID.randomUUID();
            try {
                writer.writeHalf(unit, () -> {});
                acknowledged.add(unit);
            } catch (StorageException e) {
                (e.certainlyNotCommitted() ? refused : unknown).add(unit);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Waits until so many more are acknowledged. */
    void awaitMore(int units) {
        int enough = acknowledged.size() + units;
        Await.until(BOUND, () -> acknowledged.size() >= enough || !failures.isEmpty(), this::toString);
        assertThat(failures).isEmpty();
    }

    void stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            assertThat(thread.join(BOUND)).isTrue();
        }
        assertThat(failures).isEmpty();
    }

    /** What was acknowledged is there, what was refused is not, and nothing is there by half. */
    void requireBalanced(Storage storage) {
        Set<RecordKey> there = new HashSet<>();
        for (String kind : List.of("users", "projects")) {
            there.addAll(SampleRecords.keys(storage, StorageCopyTest.kind(storage, kind)));
        }
        assertThat(parts(acknowledged, there)).as("acknowledged").isSubsetOf(UnitWriter.PARTS);
        assertThat(parts(refused, there)).as("refused").isSubsetOf(0L);
        assertThat(parts(unknown, there)).as("unknown").isSubsetOf(0L, UnitWriter.PARTS);
    }

    private static List<Long> parts(Queue<UUID> units, Set<RecordKey> there) {
        return units.stream()
                .map(unit ->
                        UnitWriter.keys(unit).stream().filter(there::contains).count())
                .toList();
    }

    @Override
    public String toString() {
        return "acknowledged %d, refused %d, unknown %d".formatted(acknowledged.size(), refused.size(), unknown.size());
    }

    @Override
    public void close() {
        stopped = true;
    }
}
