package dev.atlas.cli.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atlas.application.Foundation;
import dev.atlas.application.Ids;
import dev.atlas.application.mirror.ForcedSwitch;
import dev.atlas.application.mirror.KnownLoss;
import dev.atlas.application.mirror.Mirror;
import dev.atlas.application.mirror.MirrorStatus;
import dev.atlas.application.mirror.Phase;
import dev.atlas.application.mirror.ServedPair;
import dev.atlas.application.storage.StorePlace;
import dev.atlas.contract.Await;
import dev.atlas.domain.storage.Storage;
import dev.atlas.domain.storage.Term;
import dev.atlas.domain.storage.Term.Role;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a mirror knows of a primary that is lost, and what nodes that run do about it. */
@Timeout(180)
class LostPrimaryTest {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    /** A mirror that is about to take over much notes first how much that is. */
    @Test
    void what_a_mirror_could_not_take_over_is_known_to_be_lost() {
        String to = Engines.url("sqlite", folder);
        try (Storage primary = Engines.open(Engines.url("sqlite", folder))) {
            try (Mirror mirror = MirrorTest.attach(primary, to)) {
                Await.until(BOUND, () -> mirror.status().whole(), () -> "" + mirror.status());
            }
            for (int i = 0; i < 150; i++) {
                primary.write(repositories -> repositories.users().add(LedgerWriters.user()));
            }
            AtomicInteger left = new AtomicInteger(1);
            StorePlace full =
                    FaultyEngine.at(to, storage -> new BreakingStorage(storage, () -> left.getAndDecrement() <= 0));
            try (Mirror mirror = Mirror.attach(primary, full, CLOCK)) {
                Await.until(BOUND, () -> left.get() < 0, () -> "" + mirror.status());
            }
        }
        try (Storage mirror = Engines.open(to)) {
            KnownLoss known = KnownLoss.of(mirror);
            assertThat(known.transactions()).isEqualTo(150);
            assertThat(new ForcedSwitch(foundation(mirror)).run(known, 150)).isEqualTo(new Term(1, Role.PRIMARY));
        }
    }

    /** A node that served from the lost primary goes on in the store that took over, and fences the lost one. */
    @Test
    void nodes_that_run_follow() {
        String lost = Engines.url("sqlite", folder);
        String to = Engines.url("sqlite", folder);
        AtomicBoolean away = new AtomicBoolean();
        StorePlace place = FaultyEngine.at(lost, storage -> new BreakingStorage(storage, away::get));
        StorePlace other = FaultyEngine.at(to, storage -> storage);
        try (ServedPair node = new ServedPair(place, place.open(), other, ids(), CLOCK)) {
            node.settle();
            node.start();
            node.storage().write(repositories -> repositories.users().add(LedgerWriters.user()));
            Await.until(BOUND, () -> node.status().filter(MirrorStatus::whole).isPresent(), () -> "" + node.status());
            away.set(true);
            try (Storage mirror = Engines.open(to)) {
                new ForcedSwitch(foundation(mirror)).run(KnownLoss.of(mirror), 0);
            }
            Await.until(BOUND, () -> node.primaryPlace().url().equals(to), () -> "does not follow");
            node.storage().write(repositories -> repositories.users().add(LedgerWriters.user()));
            away.set(false);
            Await.until(
                    BOUND,
                    () -> node.status()
                            .filter(status -> status.phase() == Phase.STOPPED)
                            .isPresent(),
                    () -> "" + node.status());
            assertThat(node.status().orElseThrow().problem()).contains("until its loss was accepted");
        }
        try (Storage found = Engines.open(lost)) {
            assertThat(found.term()).isEqualTo(new Term(1, Role.DETACHED));
        }
    }

    private static Foundation foundation(Storage storage) {
        return new Foundation(storage, CLOCK, ids());
    }

    private static Ids ids() {
        return new Ids(CLOCK, new SecureRandom());
    }
}
