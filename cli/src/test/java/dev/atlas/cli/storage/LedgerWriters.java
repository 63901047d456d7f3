package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.contract.Await;
import dev.atlas.domain.Id;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.identity.Username;
import dev.atlas.domain.storage.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Write all the time, two to each store, and keep a ledger of what was acknowledged. None of their writes may be refused. They
 * write no faster than every engine can be mirrored to here, as a mirror that is slower than its primary is never whole.
 */
final class LedgerWriters implements AutoCloseable {

    private static final Duration BOUND = Duration.ofSeconds(30);

    /** From the end of a write to the next one of the same writer. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Queue<Id<User>> ledger = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> refusals = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Consumer<Id<User>> acknowledged;
    private volatile boolean stopped;

    LedgerWriters(Storage... stores) {
        this(user -> {}, stores);
    }

    /** @param acknowledged is told of each */
    LedgerWriters(Consumer<Id<User>> acknowledged, Storage... stores) {
        this.acknowledged = acknowledged;
        for (Storage store : stores) {
            for (int i = 0; i < 2; i++) {
                threads.add(Thread.ofPlatform()
                        .daemon()
                        .uncaughtExceptionHandler((thread, e) -> refusals.add(e))
                        .start(() -> write(store)));
            }
        }
    }

    /** One that nobody else has. */
    static User user() {
        return user(new Id<>(UUID.randomUUID()));
    }

    /** The one of this id, always the same. */
    static User user(Id<User> id) {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        return new User(id, new Username("u" + id), null, null, "viewer", null, true, now, now, 0);
    }

    private void write(Storage store) {
        while (!stopped) {
            User user = user();
            store.write(repositories -> repositories.users().add(user));
            ledger.add(user.id());
            acknowledged.accept(user.id());
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Waits until so many more are acknowledged. */
    void awaitMore(int writes) {
        int enough = ledger.size() + writes;
        Await.until(
                BOUND,
                () -> ledger.size() >= enough || !refusals.isEmpty(),
                () -> ledger.size() + " writes of " + enough + " were acknowledged");
        assertThat(refusals).isEmpty();
    }

    void stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join(BOUND);
        }
        assertThat(refusals).isEmpty();
    }

    /** Each acknowledged write is there. */
    void requireAllIn(Storage storage) {
        ledger.forEach(user -> {
            boolean there =
                    storage.read(repositories -> repositories.users().find(user).isPresent());
            assertThat(there).as(user.toString()).isTrue();
        });
    }

    @Override
    public void close() {
        stopped = true;
    }
}
