package dev.atlas.contract;

import dev.atlas.contract.samples.Port;
import dev.atlas.contract.samples.Samples;
import dev.atlas.domain.storage.Repositories;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException.Conflict;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** A part of the contract: tests that share one store, which was empty before the first of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
abstract class Concern {

    private static final AtomicLong SEED = new AtomicLong(1);

    private final Supplier<EngineHarness> makesHarness;
    private @Nullable EngineHarness harness;
    private @Nullable Storage storage;

    Concern(Supplier<EngineHarness> harness) {
        this.makesHarness = harness;
    }

    @BeforeAll
    void open() {
        harness = makesHarness.get();
    }

    @AfterAll
    void close() {
        if (storage != null) {
            storage.close();
        }
        harness().close();
    }

    final EngineHarness harness() {
        return Objects.requireNonNull(harness);
    }

    /** The store of these tests. */
    final synchronized Storage storage() {
        if (storage == null) {
            storage = harness().open(harness().emptyPlace());
        }
        return storage;
    }

    /** Values that no other test of this store has. */
    static Samples samples() {
        return new Samples(SEED.incrementAndGet());
    }

    /** Writes one unit, and returns what it returned. The samples are made anew if it is run again. */
    final <R> R write(BiFunction<Samples, Repositories, R> work) {
        long seed = SEED.incrementAndGet();
        return storage()
                .write(repositories -> work.apply(new Samples(seed), repositories))
                .value();
    }

    final <R> R read(Function<? super Repositories, R> work) {
        return storage().read(work);
    }

    /** Runs assertions on what one state of the store holds. */
    final void check(Consumer<? super Repositories> assertions) {
        storage().read(repositories -> {
            assertions.accept(repositories);
            return true;
        });
    }

    final <K, A extends Record> A added(Port<K, A> port) {
        return write(port::add);
    }

    /** Removes it in a unit of its own. False if it was not there. */
    final <K, A extends Record> boolean removed(Port<K, A> port, A aggregate) {
        return storage()
                .write(repositories -> port.remove(repositories, aggregate))
                .value();
    }

    /** The unit is refused by this rule. */
    final void assertRefused(String rule, Consumer<Repositories> work) {
        Assertions.assertThatExceptionOfType(Conflict.class)
                .isThrownBy(() -> storage().write(repositories -> {
                    work.accept(repositories);
                    return true;
                }))
                .extracting(Conflict::rule)
                .isEqualTo(rule);
    }
}
