package dev.atlas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atlas.contract.samples.IdentitySamples;
import dev.atlas.domain.Page;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Unavailable;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** {@link Storage#close}: nothing runs on, nothing hangs, nothing is lost. */
abstract class ClosingContract extends Concern {

    private static final Duration BOUND = Duration.ofSeconds(30);

    ClosingContract(Supplier<EngineHarness> harness) {
        super(harness);
    }

    /** After it everything is {@link Unavailable}, at once. Repeating it does nothing. */
    @Test
    void a_closed_store_refuses_everything() {
        Storage closed = harness().open(harness().emptyPlace());
        closed.close();
        closed.close();
        List<Runnable> calls = List.of(
                () -> closed.read(each -> true), () -> closed.write(each -> true), closed::position, closed::describe);
        calls.forEach(call -> assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(call::run)
                .matches(Unavailable::forGood, "says that it is for good"));
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> closed.readAsync(each -> true).join())
                .withCauseInstanceOf(Unavailable.class);
    }

    /** What was acknowledged is there when the store is opened again, and it is the same store. */
    @Test
    void a_store_that_is_opened_again_is_the_same() {
        String place = harness().emptyPlace();
        Storage first = harness().open(place);
        User user =
                first.write(each -> IdentitySamples.USERS.add(samples(), each)).value();
        first.close();
        try (Storage second = harness().open(place)) {
            Optional<User> found = second.read(each -> each.users().find(user.id()));
            assertThat(found).contains(user);
        }
    }

    /** Its identity and the shape of its records are told the same at every opening, and two stores have two identities. */
    @Test
    void a_store_describes_itself() {
        String place = harness().emptyPlace();
        try (Storage other = harness().open(harness().emptyPlace())) {
            Set<Object> descriptions = new HashSet<>();
            for (int i = 0; i < 2; i++) {
                try (Storage storage = harness().open(place)) {
                    descriptions.add(storage.describe());
                    assertThat(storage.describe().engine())
                            .isEqualTo(harness().engine().name());
                    assertThat(storage.describe().schema())
                            .isEqualTo(other.describe().schema());
                    assertThat(storage.describe().store())
                            .isNotEqualTo(other.describe().store());
                }
            }
            assertThat(descriptions).hasSize(1);
        }
    }

    /** Closing waits for a unit that is running, within a bound; whatever that unit is told is true. */
    @Test
    void a_unit_that_runs_while_the_store_closes_is_told_the_truth() throws InterruptedException {
        String place = harness().emptyPlace();
        Storage closing = harness().open(place);
        CountDownLatch running = new CountDownLatch(1);
        Set<User> acknowledged = new HashSet<>();
        Thread writer = Thread.ofPlatform().start(() -> {
            try {
                while (true) {
                    acknowledged.add(closing.write(each -> IdentitySamples.USERS.add(samples(), each))
                            .value());
                    running.countDown();
                }
            } catch (Unavailable closed) {
                running.countDown();
            }
        });
        running.await();
        closing.close();
        writer.join(BOUND);
        assertThat(writer.isAlive()).isFalse();
        try (Storage opened = harness().open(place)) {
            for (User user : acknowledged) {
                Optional<User> found = opened.read(each -> each.users().find(user.id()));
                assertThat(found).contains(user);
            }
        }
    }

    /** A store that was used and closed has left no thread behind. */
    @Test
    void a_closed_store_leaves_no_thread() {
        useAndClose();
        Set<Thread> before = threads();
        for (int i = 0; i < 3; i++) {
            useAndClose();
        }
        Await.until(BOUND, () -> fresh(before).isEmpty(), () -> "threads were left behind: " + fresh(before));
    }

    private void useAndClose() {
        try (Storage storage = harness().open(harness().emptyPlace())) {
            storage.write(each -> IdentitySamples.USERS.add(samples(), each));
            storage.readAsync(each -> each.users().list(Page.first(5), true)).join();
        }
    }

    private static Set<Thread> fresh(Set<Thread> before) {
        Set<Thread> fresh = threads();
        fresh.removeAll(before);
        return fresh;
    }

    private static Set<Thread> threads() {
        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeIf(ClosingContract::carriesVirtualThreads);
        return threads;
    }

    /** The JVM's own, which it starts when it likes. */
    private static boolean carriesVirtualThreads(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group != null && group.getName().equals("CarrierThreads");
    }
}
