package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.atlas.application.Refusal.WrongState;
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
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A decision that can be taken back: to the mirror and back again, while people write all the time. */
@Timeout(300)
@Order(1)
class ThereAndBackTest {

    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("dev.atlas.cli.storage.Engines#otherPairs")
    void nothing_written_in_between_is_lost(List<String> direction) throws InterruptedException {
        String here = Engines.url(direction.getFirst(), folder);
        String there = Engines.url(direction.getLast(), folder);
        MirrorSuccession succession = new MirrorSuccession(CLOCK);
        try (Storage one = Engines.open(here);
                Storage other = Engines.open(there);
                StoragePair pair = StoragePairs.of(one, other, succession);
                LedgerWriters writers = new LedgerWriters(pair.storage())) {
            new SampleRecords(31).fill(one, 20);
            writers.awaitMore(20);
            assertThatExceptionOfType(WrongState.class).isThrownBy(() -> pair.switchOver(SwitchListener.SILENT));
            mirror(one, there);
            pair.switchOver(SwitchListener.SILENT);
            writers.awaitMore(20);
            mirror(other, here);
            pair.switchOver(SwitchListener.SILENT);
            writers.awaitMore(20);
            writers.stop();
            writers.requireAllIn(one);
            assertThat(one.term()).isEqualTo(new Term(2, Role.PRIMARY));
            assertThat(other.term()).isEqualTo(new Term(2, Role.MIRROR));
            succession.catchUp(one, other).to(one.changes().position(), BOUND);
            assertThat(new StorageVerification(CLOCK)
                            .run(one, other, MovingListener.SILENT)
                            .named())
                    .isEmpty();
        }
    }

    /** Mirrors until everything is there and proven. */
    private static void mirror(Storage primary, String to) {
        try (Mirror mirror = MirrorTest.attach(primary, to)) {
            Await.until(BOUND, () -> mirror.status().whole(), () -> "never whole: " + mirror.status());
            assertThat(MirrorTest.verified(mirror).equal()).isTrue();
        }
    }
}
