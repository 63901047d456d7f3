package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.Ids;
import dev.atlas.application.Refusal.WrongState;
import dev.atlas.application.mirror.Mirror;
import dev.atlas.application.mirror.MirrorSuccession;
import dev.atlas.application.storage.MovingListener;
import dev.atlas.application.storage.StorageVerification;
import dev.atlas.application.switching.StoragePair;
import dev.atlas.application.switching.SwitchListener;
import dev.atlas.cli.storage.Faults.Fault;
import dev.atlas.contract.Await;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.StorageException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Engines that are away, late, break off or do not answer: whatever goes wrong on the way there and back, the ledger balances. */
@Timeout(300)
@Order(1)
@Isolated // what is to be caught up with has its time
class FaultsTest {

    private static final Duration BOUND = Duration.ofSeconds(90);
    private static final Clock CLOCK = Clock.systemUTC();

    /** Twice as long a switch that was broken off is waited for. */
    private static final Duration CATCH_UP = Duration.ofSeconds(3);

    /** Of the writes, of each fault: a switch takes a dozen, and is to come to its end in a few attempts. */
    private static final double SHARE = 0.04;

    private static final int WRITES = 40;

    /** Times that many writes more are waited for until each kind of fault has happened: chance may leave one out for a while. */
    private static final int MORE = 20;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.atlas.cli.storage.Engines#pairs")
    void the_ledger_balances(List<String> direction) throws InterruptedException {
        long seed = Long.getLong("atlas.test.seed", System.nanoTime());
        try {
            thereAndBack(Engines.url(direction.getFirst(), folder), Engines.url(direction.getLast(), folder), seed);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("with -Datlas.test.seed=" + seed, e);
        }
    }

    private static void thereAndBack(String here, String there, long seed) throws InterruptedException {
        Faults ofOne = new Faults(seed, SHARE, Long.MAX_VALUE);
        Faults ofOther = new Faults(seed + 1, SHARE, Long.MAX_VALUE);
        MirrorSuccession succession = new MirrorSuccession(CLOCK);
        try (Storage one = Engines.open(here);
                Storage other = Engines.open(there);
                StoragePair pair = new StoragePair(
                        new FaultyStorage(one, ofOne),
                        new FaultyStorage(other, ofOther),
                        succession,
                        new Ids(CLOCK, new Random(seed)),
                        CLOCK,
                        CATCH_UP);
                FaultLedger ledger = new FaultLedger(pair.storage())) {
            ledger.awaitMore(WRITES);
            mirror(one, there, seed + 2);
            switchTo(other, pair);
            ledger.awaitMore(WRITES);
            mirror(other, here, seed + 3);
            switchTo(one, pair);
            ledger.awaitMore(WRITES);
            for (int more = 0; more < MORE && !ofOne.ofEveryKind(); more++) {
                ledger.awaitMore(WRITES);
            }
            ofOne.end();
            ofOther.end();
            ledger.stop();
            for (Fault fault : Fault.values()) {
                assertThat(ofOne.count(fault)).as(fault + " of " + ofOne).hasPositiveValue();
            }
            settle(pair);
            ledger.requireBalanced(one);
            succession.catchUp(one, other).to(one.changes().position(), BOUND);
            ledger.requireBalanced(other);
            assertThat(new StorageVerification(CLOCK)
                            .run(one, other, MovingListener.SILENT)
                            .named())
                    .isEmpty();
        }
    }

    /** Mirrors until everything is there and proven. The lease is left alone: who lost it waits until it lapses. */
    private static void mirror(Storage primary, String to, long seed) {
        Faults ofMirror = new Faults(seed, 0.15, 5);
        try (Mirror mirror = Mirror.attach(primary, FaultyEngine.at(to, ofMirror), CLOCK)) {
            Await.until(BOUND, () -> mirror.status().whole(), () -> "never whole: " + mirror.status() + ofMirror);
            ofMirror.end();
            assertThat(MirrorTest.verified(mirror).equal()).isTrue();
        }
    }

    /** Tries until it is the primary: a switch that failed was taken back, or brought to its end. */
    private static void switchTo(Storage next, StoragePair pair) {
        Await.until(
                BOUND,
                () -> {
                    try {
                        pair.settle(Duration.ZERO);
                        if (!serves(next, pair)) {
                            pair.switchOver(SwitchListener.SILENT);
                        }
                        return serves(next, pair);
                    } catch (StorageException | WrongState e) {
                        return false;
                    }
                },
                () -> "never switched to " + next.describe().url());
    }

    private static void settle(StoragePair pair) {
        Await.until(
                BOUND,
                () -> {
                    try {
                        pair.settle(Duration.ZERO);
                        return true;
                    } catch (StorageException | WrongState e) {
                        return false;
                    }
                },
                () -> "never settled");
    }

    private static boolean serves(Storage store, StoragePair pair) {
        return pair.storage().describe().store().equals(store.describe().store());
    }
}
