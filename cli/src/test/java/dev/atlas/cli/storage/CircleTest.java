package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.mirror.Mirror;
import dev.atlas.application.mirror.MirrorSuccession;
import dev.atlas.application.storage.MovingListener;
import dev.atlas.application.storage.StorageVerification;
import dev.atlas.application.switching.StoragePair;
import dev.atlas.application.switching.SwitchListener;
import dev.atlas.contract.Await;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.Term;
import dev.atlas.domain.storage.Term.Role;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From engine to engine, back to the first, with writers all the time: it ends where a store that never moved does. */
@Timeout(300)
@Order(1)
class CircleTest {

    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final Clock CLOCK = Clock.systemUTC();
    private static final int WRITES = 30;
    private static final long SEED = 61;

    @TempDir
    private Path folder;

    private final OpenStores opened = new OpenStores();

    /** One way round; the other one too in the profile {@code matrix}. */
    static Stream<List<String>> circles() {
        List<String> round = new ArrayList<>(Engines.all());
        round.add(round.getFirst());
        return Engines.isMatrix() ? Stream.of(round, round.reversed()) : Stream.of(round);
    }

    @ParameterizedTest
    @MethodSource("circles")
    void going_round_ends_where_staying_does(List<String> engines) throws InterruptedException {
        try (OpenStores stores = opened;
                Storage still = Engines.open(Engines.url(engines.getFirst(), folder))) {
            Storage primary = stores.open(Engines.url(engines.getFirst(), folder));
            new SampleRecords(SEED).fill(still, 20);
            new SampleRecords(SEED).fill(primary, 20);
            List<LedgerWriters> ledgers = new ArrayList<>();
            for (String engine : engines.subList(1, engines.size())) {
                primary = moved(primary, Engines.url(engine, folder), still, ledgers);
            }
            for (LedgerWriters each : ledgers) {
                each.stop();
                each.requireAllIn(primary);
            }
            assertThat(primary.term()).isEqualTo(new Term(engines.size() - 1, Role.PRIMARY));
            StorageVerification verification = new StorageVerification(CLOCK);
            assertThat(verification.run(still, primary, MovingListener.SILENT).named())
                    .isEmpty();
        }
    }

    /** New writers begin before those of the place before end. */
    private Storage moved(Storage primary, String to, Storage still, List<LedgerWriters> ledgers)
            throws InterruptedException {
        Storage next = opened.open(to);
        StoragePair pair = opened.closing(StoragePairs.of(primary, next, new MirrorSuccession(CLOCK)));
        pair.settle(Duration.ZERO);
        LedgerWriters writers = new LedgerWriters(
                user -> still.write(each -> each.users().add(LedgerWriters.user(user))), pair.storage());
        writers.awaitMore(WRITES);
        for (LedgerWriters before : ledgers) {
            before.stop();
        }
        ledgers.add(writers);
        try (Mirror mirror = MirrorTest.attach(primary, to)) {
            Await.until(BOUND, () -> mirror.status().whole(), () -> "never whole: " + mirror.status());
            assertThat(MirrorTest.verified(mirror).equal()).isTrue();
        }
        pair.switchOver(SwitchListener.SILENT);
        writers.awaitMore(WRITES);
        return next;
    }
}
