package dev.atlas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atlas.contract.samples.IdentitySamples;
import dev.atlas.contract.samples.Samples;
import dev.atlas.domain.identity.User;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Conflict;
import dev.atlas.domain.storage.StorageException.Unavailable;
import dev.atlas.domain.storage.StorageException.UnknownOutcome;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a caller may rely on when the engine is frozen, killed, or cut off. */
abstract class DisturbanceContract extends Concern {

    private static final int UNITS = 200;

    DisturbanceContract(Supplier<EngineHarness> harness) {
        super(harness);
    }

    /** A killed engine comes back with every unit that was acknowledged, and with no half of one. */
    @Test
    void a_killed_engine_keeps_what_it_acknowledged() {
        try (DisturbedStore store = harness().disturbed()) {
            Crash crash = store.killWhileWriting(UNITS);
            assertThat(crash.acknowledged()).hasSize(UNITS).doesNotHaveDuplicates();
            Storage storage = store.reopen();
            assertKept(storage, crash);
            for (UUID half : crash.running()) {
                long parts = storage.read(each -> UnitWriter.parts(each, half));
                assertThat(parts).isZero();
            }
            storage.write(each -> IdentitySamples.USERS.add(samples(), each));
        }
    }

    /**
     * The process of a service is killed while several of its threads write: what was acknowledged is there when another
     * one opens the store, and of the rest nothing or all.
     */
    @Test
    void a_killed_service_has_kept_what_it_acknowledged() {
        String place = harness().emptyPlace();
        harness().open(place).close();
        Crash crash = WriterProcess.killAtSpeed(harness().engine().name(), place, UNITS);
        assertThat(crash.acknowledged()).hasSizeGreaterThanOrEqualTo(UNITS).doesNotHaveDuplicates();
        try (Storage storage = harness().open(place)) {
            assertKept(storage, crash);
            for (UUID unit : crash.running()) {
                long parts = storage.read(each -> UnitWriter.parts(each, unit));
                assertThat(parts).as("parts of %s", unit).isIn(0L, UnitWriter.PARTS);
            }
            storage.write(each -> IdentitySamples.USERS.add(samples(), each));
        }
    }

    private static void assertKept(Storage storage, Crash crash) {
        for (UUID unit : crash.acknowledged()) {
            long parts = storage.read(each -> UnitWriter.parts(each, unit));
            assertThat(parts).as("parts of %s", unit).isEqualTo(UnitWriter.PARTS);
        }
    }

    /**
     * A commit whose answer is lost is an {@link UnknownOutcome}, not an error that says it did not happen. Who repeats the
     * unit with the same ids is told by a unique rule that it was done, and nothing is there twice.
     */
    @Test
    void a_lost_answer_is_an_unknown_outcome() {
        try (DisturbedStore store = harness().disturbed()) {
            warmUp(store);
            User user = IdentitySamples.user(samples(), samples().id());
            store.loseAnswersOfCommits();
            assertThatExceptionOfType(UnknownOutcome.class)
                    .isThrownBy(() -> store.storage().write(each -> each.users().add(user)))
                    .satisfies(unknown ->
                            assertThat(unknown.certainlyNotCommitted()).isFalse());
            store.heal();
            assertThat(found(store, user)).contains(user);
            assertThatExceptionOfType(Conflict.class)
                    .isThrownBy(() -> store.storage().write(each -> each.users().add(user)))
                    .satisfies(refused -> assertThat(refused.rule()).isIn("users_id", "users_username"));
            store.storage().write(each -> each.users().replace(user));
        }
    }

    /** While the engine does not get on, a write ends within the bound, certainly not committed; a read ends too. */
    @Test
    void a_paused_engine_is_unavailable_and_recovers() {
        try (DisturbedStore store = harness().disturbed()) {
            warmUp(store);
            User user = IdentitySamples.user(samples(), samples().id());
            store.pause();
            long start = System.nanoTime();
            assertThatExceptionOfType(Unavailable.class)
                    .isThrownBy(() -> store.storage().write(each -> each.users().add(user)))
                    .satisfies(refused ->
                            assertThat(refused.certainlyNotCommitted()).isTrue());
            endsSomehow(store, user);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DisturbedStore.PATIENCE.multipliedBy(2));
            store.heal();
            assertThat(found(store, user)).isEmpty();
            User next = IdentitySamples.user(samples(), samples().id());
            Await.until(DisturbedStore.PATIENCE, () -> written(store, next), () -> "the store does not recover");
            assertThat(found(store, next)).contains(next);
        }
    }

    private static void warmUp(DisturbedStore store) {
        Samples samples = samples();
        for (int i = 0; i < 8; i++) {
            store.storage().write(each -> IdentitySamples.USERS.add(samples, each));
        }
    }

    /** Answered, for an engine that can still read, or refused. */
    private static void endsSomehow(DisturbedStore store, User user) {
        try {
            Optional<User> found = store.storage().read(each -> each.users().find(user.id()));
            assertThat(found).isEmpty();
        } catch (Unavailable refused) {
            assertThat(refused.certainlyNotCommitted()).isTrue();
        }
    }

    private static boolean written(DisturbedStore store, User user) {
        try {
            store.storage().write(each -> each.users().add(user));
            return true;
        } catch (Unavailable notYet) {
            return false;
        }
    }

    /** Connections that were open when the engine was disturbed may still be lost ones. */
    private static Optional<User> found(DisturbedStore store, User user) {
        for (int attempt = 1; ; attempt++) {
            try {
                return store.storage().read(each -> each.users().find(user.id()));
            } catch (Unavailable e) {
                if (attempt == 10) {
                    throw e;
                }
            }
        }
    }
}
